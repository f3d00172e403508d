import type { Messages } from '../en.ts'

/** Japanese for naming what helped with a doing. */
export const helped: Messages['helped'] = {
  title: '何が助けになりましたか。',
  page: 'ページ',
  showing: (name) => (name ? `${name}さんに見せてもらった` : '見せてもらった'),
  line: (words) => `「${words}」という一行`,
}

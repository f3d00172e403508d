import type { Messages } from '../en.ts'

/** Japanese for the screen of finding or doing anything. */
export const find: Messages['find'] = {
  button: '探す、始める',
  label: '探す、始める',
  placeholder: '話された言葉、話題、することなど',
  found: '見つかったもの',
  topics: '話題',
  said: '話されたこと',
  page: 'ページ',
  source: '出典',
  screens: '行く',
  doings: 'する',
  me: 'あなたと、残っていること',
  asking: '尋ねる',
  askNow: (words) => `「${words}」：話されたこと、それから人`,
  askAbout: (words) => `「${words}」について尋ねる`,
  startCalled: (words) => `「${words}」という話題を始める`,
  count: (n) => `${n}件見つかりました。`,
}

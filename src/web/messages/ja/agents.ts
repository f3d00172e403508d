import type { Messages } from '../en.ts'

/** Japanese for the screen of agents and their keys. */
export const agents: Messages['agents'] = {
  title: 'あなたの代理',
  lead: 'あなたの鍵を持つアシスタントは、あなたと同じものを読めます。書いたものは、あなたが決めるまで待ちます。',
  waiting: 'あなたを待っているもの',
  name: '何と呼びますか',
  make: '鍵を作る',
  key: '鍵',
  once: '見られるのは今だけです。これを持つ人はあなたと同じものを読めます。あなたのアシスタントだけに渡してください。',
  address: 'つなぐ先',
  copy: '鍵を写す',
  end: '終わらせる',
  endOf: (name) => `${name}の鍵を終わらせる`,
  ended: (name) => `${name}はもう入れません。`,
}

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
  askAbout: (words) => `「${words}」について尋ねる`,
  startCalled: (words) => `「${words}」という話題を始める`,
  foundFor: (words) => `「${words.join('」「')}」で見つかったもの`,
  nothing: 'ここにはまだありません。知っている人がいるかもしれません。',
  called: (name) => `別名「${name}」`,
  narrow: '絞り込む',
  without: (filter) => `「${filter}」を外す`,
  hints: [
    ['kind:page', 'ページ'],
    ['kind:said', '話されたこと'],
    ['kind:question', '問い'],
    ['by:me', '自分の言葉'],
  ],
  only: {
    kind: (kind) => ({ page: 'ページ', claim: '話されたこと', source: '出典', question: '問い' })[kind] ?? kind,
    topic: (title) => `話題「${title}」`,
    by: (name) => `${name}さんの言葉`,
    in: (area) => `「${area}」の中`,
    since: (day) => `${day}から`,
  },
  nobody: {
    kind: (typed) => typed,
    topic: (typed) => `「${typed}」という話題はありません`,
    by: (typed) => `「${typed}」という人はここにいません`,
    in: (typed) => `「${typed}」という場所はありません`,
    since: (typed) => typed,
  },
  count: (n) => `${n}件見つかりました。`,
}

import type { Messages } from '../en.ts'

/** Japanese for elements of a page's text. */
export const page: Messages['page'] = {
  picture: '画像：',
  file: 'ファイル：',
  done: '済み',
  footnotes: '脚注',
  toDo: 'これから',
  kinds: {
    note: 'メモ',
    info: '情報',
    tip: 'ヒント',
    hint: 'ヒント',
    important: '重要',
    warning: '警告',
    caution: '注意',
    danger: '危険',
    error: 'エラー',
    bug: '不具合',
    example: '例',
    question: '質問',
    quote: '引用',
    success: '成功',
    failure: '失敗',
    abstract: '概要',
    summary: 'まとめ',
    todo: 'やること',
  },
}

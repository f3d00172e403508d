import type { Messages } from '../en.ts'

/** Japanese for the screen of what a page said before. */
export const history: Messages['history'] = {
  title: (topic) => `「${topic}」の移り変わり`,
  link: '前の姿を見る',
  asItIs: '今のページへ',
  versions: '版',
  earlier: 'もっと前の版',
  whorl: 'Whorl',
  now: '今のページ',
  made: (name, at) => `${name}、${at}`,
  first: 'ここでの最初の版です。',
  again: 'まとめ直しました。文はそのままです。',
  nothing: '残しました。文はそのままです。',
  backTo: (at) => `${at}の姿に戻しました。`,
  fields: (fields) => `ページについての項目を変えました：${fields}`,
  field: (field) => field,
  did: { added: '書き足しました。', 'took-out': '一部を取り除きました。', changed: '一部を変えました。' },
  didUnder: {
    added: (under) => `${under}に書き足しました。`,
    'took-out': (under) => `${under}から一部を取り除きました。`,
    changed: (under) => `${under}を変えました。`,
  },
  added: '追加：',
  takenOut: '削除：',
  asItWas: '変わらなかったところ',
  leftOut: 'ここにあった言葉の一部は、その後、言った本人が取り下げました。',
  restore: 'この姿に戻す',
  restoreMore: '今のページも履歴に残ります。',
  restored: 'この姿に戻しました。',
}

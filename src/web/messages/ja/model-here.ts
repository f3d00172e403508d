import type { Messages } from '../en.ts'

/** Japanese for a language model that writes pages: which, where, and what it is sent. */
export const modelHere: Messages['modelHere'] = {
  note: (on) => `ここで使う言語モデル · ${on}`,
  told: '{where}の{model}が「{area}」のページを書くことを、{name}さんが入れました。',
  open: 'ここで開かれているもの全部',
  sent: 'ページをまとめるときに送るのは、ページの題、そのために人が確かめた行、引用する資料の箇所だけです。誰が言ったか、確かめていない言葉、そのほかのものは送りません。',
  made: '書かれた文は、引用した行と一文ずつ照らし合わせ、行にないことには印を付けます。モデルは何も確かめず、誰にも答えず、人について尋ねられることもありません。',
  seen: '見ました',
}

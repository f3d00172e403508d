import type { Messages } from '../en.ts'

/** Japanese for the screen of the way of a line. */
export const line: Messages['line'] = {
  heading: (name) => `${name}さんの言葉`,
  asked: '{name}さんが尋ねた',
  askedNew: '新しく加わった人が尋ねた',
  asksAndSays: '{name}さんが問いを立てた',
  shown: '{by}さんが{to}さんに見せた',
  said: '{name}さんが語った',
  holdsWhen: '当てはまるとき',
  onPage: 'ページ「{topic}」に',
  remembers: '{name}さんが思い出せた',
  explained: '{name}さんが説明した',
  chose: '{name}さんが同じように選んだ',
  did: '{name}さんがやった',
  didWith: '{name}さんがやり、{with}さんが見た',
  source: '語られたとき',
  goesOn: 'ここから先へ続きます。',
  goesOnMore: 'この先はまだ残っていません。',
  notConfirmed: 'まだ確かめていないので、あなただけに見えます。',
  withdraw: '取り下げる',
  withdrawAsk: 'ページと、ほかの人の思い出す文から消えます。思い出したこと、やったことは残ります。',
  withdrawn: '取り下げました。ほかの人にはもう見えません。',
  label: '問いから、やってみるまで',
}

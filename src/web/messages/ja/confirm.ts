import type { Messages } from '../en.ts'

/** Japanese for the screen of checking one’s own lines. */
export const confirm: Messages['confirm'] = {
  title: 'あなたの言葉',
  promise: 'あなたが確かめるまで、誰にも見えません。',
  from: 'あなたの言葉',
  statement: 'ひとつの文で',
  holdsWhen: 'どんなときに当てはまるか',
  holdsWhenHint: '新しいクラスターで／四割を切ったら',
  more: 'この一行についてさらに',
  sayable: 'どう伝わるか',
  sayables: { easily: 'たやすく言える', 'with-effort': '言うのに骨が折れる', shown: '言えない、見せる' },
  kind: 'どこに入るか',
  kinds: { what: 'それは何か', hard: '難しくなるとき', steps: '手順', once: 'あるときのこと' },
  line: (n) => `${n}行目`,
  leaveOut: '外す',
  takeBackIn: '戻す',
  left: '外しました。あなたの手元に残ります。ほかの人には、外されたことだけが見えます。',
  confirm: '確かめた',
  confirmHint: 'あなたの名前と日付とともにページに載ります。',
  nothingLeft: 'どれも残さない',
  done: '確かめました。ページをまとめています。',
  doneNone: '誰にも見えません。',
  none: '確かめるものはありません。',
  seeSource: '語られたことを読む',
}

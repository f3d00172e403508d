import type { Messages } from '../en.ts'

/** Japanese for the Me screen. */
export const me: Messages['me'] = {
  title: 'あなた',
  record: '残っていること',
  recordMore: 'ほかの人に見えるのは、あなたが見せたものだけです。間違えたことはどこにも残りません。',
  nothing: 'まだありません。やるところを誰かが見たとき、語られたことを思い出したときに始まります。',
  stands: 'ほかの人にも見えます',
  kept: 'あなただけに見えます',
  stoodForTopic:
    'これは話題全体について見せていたものです。どの一行だったかは残っていないので、もう一度見せると言うまで、あなただけに見えます。',
  stoodForItsTopic:
    'これは話題全体について見せていたものです。実際にはこの一行についてなので、この一行について見せると言うまで、あなただけに見えます。',
  takeBack: '引っ込める',
  letStand: '見せる',
  takenBack: '引っ込めました。今はあなただけに見えます。',
  stood: 'ほかの人にも見えます。',
  doings: 'やったこと、見たこと',
  doingsMore: '「いつもと違ったこと」はお二人だけが読めます。ほかの誰にも見えません。',
  did: {
    me: '{topic}、{on}：あなたがやり、{name}さんが見ていました。',
    them: '{topic}、{on}：{name}さんがやり、あなたが見ていました。',
  },
  watched: {
    me: '{topic}、{on}：あなたが見学し、{name}さんがそばにいました。',
    them: '{topic}、{on}：{name}さんが見学し、あなたがそばにいました。',
  },
  unusualMine: 'あなたにとって、いつもと違ったこと：',
  unusualOf: (name) => `${name}さんにとって、いつもと違ったこと：`,
  places: 'ほかの場所',
  people: '人と区画',
  house: '滞っているもの',
  about: '考え方について',
  others: 'ほかの場',
  signOut: '出る',
}

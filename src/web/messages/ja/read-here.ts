import type { Messages } from '../en.ts'

/** Japanese for the inferences of a space. */
export const readHere: Messages['readHere'] = {
  title: '人について読み取るもの',
  lead: '少数の人だけが知っていることに気づくため、ここで語られたこと以外も読めます。持ち主が入れるまではどれも切れていて、入れると全員に知らせます。',
  history: {
    name: 'リポジトリの履歴',
    told: 'ここでスキャンされるリポジトリの履歴',
    what: '履歴にある名前と日付、つまり誰がどこをいつ書いたかを読みます。一人だけが知っていることに気づき、間に合ううちに尋ねるためです。',
  },
  chat: {
    name: 'チャット',
    told: 'ここでスキャンされるチャット',
    what: '誰が何をいつ書いたかを読みます。そこですでに答えられたことと、答えた人を見つけるためです。',
  },
  on: (name, on) => `${on}から入っています。${name}さんが入れました。`,
  off: '切れています。ここでは何も読み取りません。',
  turnOn: '入れる',
  turnOff: '切る',
  turnOnNamed: (what) => `入れる：${what}`,
  turnOffNamed: (what) => `切る：${what}`,
  willTell: '何を何のために読むか、あなたが入れたことが、全員の「今日」に表示されます。',
  turnedOn: '入れました。全員に知らせます。',
  turnedOff: '切りました。もう読みません。',
  note: (on) => `ここで読み取るもの · ${on}`,
  told: '誰が何を知っているかを見るために{what}を読むことを、{name}さんが入れました。',
  yours:
    'これで人を数えたり順位をつけたりはしません。あなたの名前で残っているものは「あなた」にあり、引っ込められます。',
  theirsFirst:
    '見つかったことの一つは、ここにいる人についてのものです。まずその人に伝えます。その人がよいと言えば、ここに表示されます。',
  aboutYou: 'あなたについて読み取ったこと',
  aboutYouNote: 'あなたについて · あなただけに見えます',
  aboutYouSaid: '{name}さんがスキャンした{brought}から、こう読み取れました：',
  aboutYouAside: '自分だけにする',
  aboutYouMore: '間違っているかもしれません。あなたが望まないかぎり、誰にも伝わりません。',
  from: (name, brought, on) => `${name}さんが${on}にスキャンした${brought}から`,
  letSee: (name) => `${name}さんに見せる`,
  keepToMe: 'また自分だけにする',
  sees: (name) => `${name}さんに見えます`,
  onlyMe: 'あなただけに見えます',
  seen: '見ました',
  toMe: '残っていること',
}

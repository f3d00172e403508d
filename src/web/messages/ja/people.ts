import type { Messages } from '../en.ts'

/** Japanese for the screen of people and areas. */
export const people: Messages['people'] = {
  title: '人',
  roles: { reader: '読む', member: '加わる', keeper: '守る', owner: '持ち主' },
  may: {
    reader: '読む',
    member: '加わる：尋ね、答え、思い出す',
    keeper: '守る：資料を持ち込み、区画を作る',
    owner: '持ち主：招き、役目を決める',
  },
  since: (on) => `${on}から`,
  you: 'あなた',
  role: (name) => `${name}さんの役目`,
  invite: '招く',
  as: '役目',
  into: '閉じた区画にも入れる',
  makeLink: 'リンクを作る',
  link: '送るリンク',
  linkUntil: (on) => `一人だけ、${on}まで使えます。`,
  copy: 'リンクを写す',
  copied: '写しました。',
  areas: '区画',
  areasMore: '閉じた区画は中の人だけのものです。そこで語られたことはそこに留まります。',
  makeArea: '閉じた区画を作る',
  areaName: '何と呼びますか',
  make: '作る',
  letIn: '入れる',
  letInto: (area) => `${area}に入れる人`,
  areaMade: '作りました。あなたは中にいます。',
  letInDone: (name) => `${name}さんが入りました。`,
  roleDone: (name) => `${name}さんの役目を変えました。`,
}

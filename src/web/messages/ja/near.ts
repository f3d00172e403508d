import type { Messages } from '../en.ts'

/** Japanese for the Near screen. */
export const near: Messages['near'] = {
  button: '近くにある話題',
  title: (topic) => `${topic}の近く`,
  lead: 'このページからのリンク、このページへのリンク、同じ資料にもとづくもの。',
  none: 'まだ何もありません。このページからも、このページへも、リンクがありません。',
  read: (topic) => `${topic}を読む`,
  picture: (topic) => `${topic}の近くにある話題。矢印キーで移り、Enterで開きます。`,
  table: (topic) => `${topic}の近くにある話題と、そのつながり`,
  topic: '話題',
  how: 'つながり',
  goOn: '先へ',
  from: 'ここから先へ',
  linksTo: (topic) => `${topic}からリンクされている`,
  linkedFrom: (topic) => `${topic}へリンクしている`,
  sameSource: (sources) => `どちらも${sources}から作られた`,
  sameCited: (sources) => `どちらも${sources}を引いている`,
  through: (topics) => `${topics}を通じて`,
  and: '、',
  more: 'ほかにもあります。近いものだけを示しています。',
  wanted: 'リンクされているが、まだないページ',
}

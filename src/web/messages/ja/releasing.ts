import type { Messages } from '../en.ts'

/** Japanese for releasing a topic. */
export const releasing: Messages['releasing'] = {
  button: '全員に開く',
  again: 'その後に語られた行についても尋ねる',
  openly: 'ここから開かれたものは全員が読めます：{topic}。そのほかは{area}の中だけです。',
  title: (title) => `「${title}」という話題があることが、すぐに全員に見えます。`,
  lines: (area) =>
    `誰の言葉も、ひとりでには出ていきません。${area}で語った人それぞれに、あなたにも、「今日」で尋ねます。よいと答えた行だけが、その人の名前と語った日とともに出ていきます。`,
  stays: (area) =>
    `そのほかは${area}に残ります。質問と尋ねた人、誰が誰に見せたか、誰がやるところを見られたか、資料、手で書かれたもの。断っても誰にも伝わりません。`,
  submit: '開く',
  done: '開きました。語った人に尋ねています。',
}

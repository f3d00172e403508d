import type { Messages } from '../en.ts'

/** Japanese for the screen of opening a topic. */
export const release: Messages['release'] = {
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
  note: 'あなたの言葉を区画の外へ',
  asked: '{name}さんが{topic}を全員に開こうとしています。あなたのこの行を、全員が読んでもよいですか。',
  askedSelf: '{topic}を全員に開こうとしています。あなたのこの行を、全員が読んでもよいですか。',
  line: (statement, when) => `${statement}（${when}）`,
  words: (words) => `もとの言葉も一緒に出ていきます：「${words}」`,
  goes: (area) => `あなたの名前と語った日が付きます。断っても構いません。${area}に残り、誰にも伝わりません。`,
  yes: 'はい、全員が読めます',
  no: (area) => `いいえ、${area}に残す`,
  agreed: '全員が読めるようになりました。いつでも引っ込められます。',
  kept: (area) => `${area}に残しました。誰にも伝わりません。`,
}

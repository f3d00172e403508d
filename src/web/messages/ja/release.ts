import type { Messages } from '../en.ts'

/** Japanese for the item on Today that asks for agreement to a release. */
export const release: Messages['release'] = {
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

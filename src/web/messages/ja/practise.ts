import type { Messages } from '../en.ts'

/** Japanese for the screen of practising. */
export const practise: Messages['practise'] = {
  title: '思い出す',
  onlyYou: 'あなただけに見えます',
  reply: 'あなたなら何と言いますか',
  show: (name) => `${name}さんの言葉を見る`,
  said: (name) => `${name}さんの言葉`,
  youWrote: 'あなたの書いたもの',
  hadIt: '思い出せた',
  nearly: 'ほぼ',
  missed: '覚え違い',
  differently: '今は違うやり方をしている',
  badQuestion: '問いがよくない',
  differentlyWords: '今はどうしていますか',
  differentlyHint: 'この話題に、二人のための問いが開きます。',
  letSee: '覚えていることをほかの人に見せますか',
  stand: '見せる',
  keepToMe: '自分だけに',
  comesBack: (on) => `${on}に戻ってきます。`,
  rested: 'もう戻ってきません。',
  opened: '開いた問いとして残しました。どちらも正しいかもしれません。',
  none: '今は思い出すものがありません。',
  noneMore: (on) => `次は${on}に戻ってきます。`,
  noneYet: '読んだページに誰かの言葉があれば、ここに戻ってきます。',
  enough: '今はこれで終わりです。',
}

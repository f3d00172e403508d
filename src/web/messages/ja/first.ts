import type { First } from '../en.ts'
import { ask } from './ask.ts'
import { rounds } from './counted.ts'
import { enter } from './enter.ts'
import { have } from './have.ts'
import { list } from './list.ts'
import { today } from './today.ts'
import { topics } from './topics.ts'

/** Japanese for the first screens and for the parts of every screen. */
export const first: First = {
  list,
  app: 'Whorl',
  title: (screen, space) => [screen, space, 'Whorl'].filter(Boolean).join(' · '),
  skip: '本文へ',
  nav: {
    find: '探す、始める',
    label: 'Whorl',
    ask: '尋ねる',
    topics: '話題',
    whole: '全体',
    me: (name) => `${name}：あなた`,
  },
  close: '閉じる',
  cancel: '今はやめる',
  keep: '残す',
  optional: '書かなくても構いません',
  notHere: '誰か',
  modes: {
    socialisation: '人から人へ',
    externalisation: '言葉に',
    combination: 'ページにまとめる',
    internalisation: 'やってみて、見てもらう',
  },
  refusals: {
    absent: 'その名前のものはここにありません。',
    unfit: 'まだ合わないところがあります。',
    'not-yours': 'これはあなたの役目ではありません。',
    clash: 'その間に誰かが書き換えました。',
    'too-many': '少し多すぎました。1分ほどお待ちください。',
    unavailable: '保存先に今つながりません。書いたものは失われていません。',
    fault: 'こちら側の不具合です。あなたの書いたものは失われていません。',
    offline: '接続がありません。書いたものはここに残っています。',
    again: 'もう一度',
    home: '今日へ戻る',
    id: (id) => `問い合わせの際はこの番号を：${id}`,
  },
  offline: '接続がありません。ここにあるものは読めます。',
  notCopied: {
    problem: 'このブラウザーではコピーできませんでした。',
    remedy: '文字を選んで、キーボードでコピーしてください。',
  },
  loading: '少々お待ちください。',
  notFound: {
    title: '何もありません',
    text: 'この住所の先には何もありません。移されたか、限られた人だけの場所かもしれません。',
    home: '始めへ',
  },
  greeting: { morning: 'おはようございます', afternoon: 'こんにちは', evening: 'こんばんは' },
  greet: (greeting, name) => `${name}さん、${greeting}。`,
  today,
  ask,
  topics,
  have,
  spiral: {
    empty: (title) => `${title}の螺旋：まだ何も回っていません。`,
    whole: 'ここにあるすべての螺旋',
    sentence: (title, closed, open) =>
      `${title}の螺旋：${closed ? `${rounds(closed)}しました。` : 'まだ一周していません。'}${open && `今のところ${open}。`}`,
    wholeSentence: (sentence) => `ここにあるすべての螺旋。${sentence}`,
    rounds: (n) => rounds(n),
  },
  enter,
  signIn: {
    title: 'サインイン',
    submit: 'サインイン',
    wrong: 'メールアドレスとパスワードが合いません。',
    invited: '初めての方へ：招く人がリンクを送ります。',
  },
  home: {
    title: 'どこへ',
    example: '例を見せて',
    exampleMore: 'SECIモデルのページと、Whorl自身の文書を出典にした例です。自由に触ってください。',
    start: '場を始める',
    name: '場の名前',
    submit: '始める',
    isExample: '例',
    none: 'まだどの場にも入っていません。',
    askFor: (names) =>
      `空間は、指名された人が作ります。必要なときは${names || '運営者'}${names ? 'さん' : ''}に頼んでください。`,
  },
}

import type { Messages } from './en.ts'
import { about } from './ja/about.ts'
import { agents } from './ja/agents.ts'
import { ask } from './ja/ask.ts'
import { asking } from './ja/asking.ts'
import { bring } from './ja/bring.ts'
import { check } from './ja/check.ts'
import { rounds } from './ja/counted.ts'
import { edit } from './ja/edit.ts'
import { enter } from './ja/enter.ts'
import { find } from './ja/find.ts'
import { have } from './ja/have.ts'
import { history } from './ja/history.ts'
import { house } from './ja/house.ts'
import { line } from './ja/line.ts'
import { me } from './ja/me.ts'
import { mend } from './ja/mend.ts'
import { model } from './ja/model.ts'
import { near } from './ja/near.ts'
import { page } from './ja/page.ts'
import { people } from './ja/people.ts'
import { practise } from './ja/practise.ts'
import { puzzled } from './ja/puzzled.ts'
import { readHere } from './ja/read-here.ts'
import { release } from './ja/release.ts'
import { story } from './ja/story.ts'
import { tending } from './ja/tending.ts'
import { today } from './ja/today.ts'
import { topic } from './ja/topic.ts'
import { topics } from './ja/topics.ts'
import { turn } from './ja/turn.ts'
import { whole } from './ja/whole.ts'

/** Every string a person reads, in Japanese. */
export const ja: Messages = {
  app: 'Whorl',
  title: (screen, space) => [screen, space, 'Whorl'].filter(Boolean).join(' · '),
  skip: '本文へ',
  nav: { label: 'Whorl', ask: '尋ねる', topics: '話題', whole: '全体', me: (name) => `${name}：あなた` },
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

  evidence: {
    did: (on, other) => (other ? `${on}、${other}さんと一緒にやった` : `${on}にやった`),
    explained: (on, other) => (other ? `${on}、${other}さんに説明した` : `${on}に説明した`),
    remembers: (on) => `${on}に思い出せた`,
    chose: (on) => `${on}、知る人と同じように選んだ`,
  },

  today,

  answering: {
    label: 'あなたの答え',
    hint: '話すように。二行で十分です。誰かが見る前に、一行ずつ確かめられます。',
  },

  ask,

  asking,

  topics,

  topic,
  tending,

  release,

  tell: {
    button: 'これについて話す',
    title: (topic) => `${topic}について知っていること`,
    question: 'どんな問いへの答えか',
    asked: (topic) => `${topic}について何を知っておくとよいですか。`,
    questionHint: '尋ねたのはあなただけです。あなたの名前で載り、一行でも確かめるまで開いています。',
    words: '話すように',
  },

  have,

  turn,

  story,

  bring,

  puzzled,

  find,

  happened: {
    socialisation: { both: '{from}さんが{with}さんに見せた', one: '{from}さんが見せた', none: '人から人へ示された' },
    externalisation: { both: '{from}さんが言葉にした', one: '{from}さんが言葉にした', none: '言葉になった' },
    combination: { both: 'ページにまとまった', one: 'ページにまとまった', none: 'ページにまとまった' },
    internalisation: { both: '{from}さんがやり、{with}さんが見た', one: '{from}さんが身につけた', none: '身についた' },
  },

  spiral: {
    empty: (title) => `${title}の螺旋：まだ何も回っていません。`,
    whole: 'ここにあるすべての螺旋',
    sentence: (title, closed, open) =>
      `${title}の螺旋：${closed ? `${rounds(closed)}しました。` : 'まだ一周していません。'}${open && `今のところ${open}。`}`,
    wholeSentence: (sentence) => `ここにあるすべての螺旋。${sentence}`,
    rounds: (n) => rounds(n),
  },

  didIt: {
    title: 'やりました',
    what: '{topic}：いつ、誰がいましたか。',
    on: 'いつ',
    with: '見ていた人',
    choose: '人を選ぶ',
    words: 'ひとこと',
    hint: '見ていたかどうかをその人に尋ねます。見たと言えば残ります。',
    keep: '残す',
    done: (name) => `見ていたかどうか、${name}さんに尋ねました。`,
    nobody: 'ここにはまだほかの人がいません。',
  },

  check,

  source: {
    saidBy: (name, on) => `${on}に${name}さんが語りました`,
    youSaid: (on) => `${on}にあなたが語りました`,
    broughtIn: (on) => `${on}に持ち込まれました`,
    origin: 'もと',
    answering: (name) => `${name}さんの問い`,
    answeringNew: '新しく加わった人の問い',
    leftOut: (name) => `${name}さんが外しました`,
    whatBecame: 'その後どうなったか',
    onlyYou: '確かめていない行はあなただけに見えます。',
    check: '自分の行を確かめる',
    lines: '行',
    ofItself: 'ファイルについて',
    download: '元のままダウンロードする',
    lookAgain: 'もう一度見にいく',
    newVersion: '新しい版を持ち込む',
    coming: '読み込んでいます。',
    sameAsBefore: '前と同じ内容です。',
    isNew: '新しい版が入りました。変わった箇所を引いているページには印がつきます。',
    earlier: (on) => `これは${on}の、前の版です。`,
    page: (n) => `${n}ページ`,
    bare: (n) => `${n}ページ：読める文字がありません`,
    versions: '版',
    version: (n) => `第${n}版`,
    now: '今の版',
    shownHere: '上に表示中',
    readThis: '読む',
    whatChanged: 'この版で変わったこと',
    changedLine: { gone: '消えた行：', new: '新しい行：' },
    partly: 'ここに出ていない違いがまだあります。',
    citedBy: 'これを引いているページ',
    citesChanged: '変わった行を引いています',
  },

  line,

  practise,

  near,
  page,
  people,

  readHere,

  me,

  agents,

  mend,
  model,

  whole,

  edit,

  history,

  house,

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
  },

  about,
}

import type { Things } from '../en.ts'
import { modelHere } from './model-here.ts'
import { proposal } from './proposal.ts'
import { readHere } from './read-here.ts'
import { release } from './release.ts'
import { thing } from './thing.ts'

/** Japanese for the items on Today and their actions. */
export const things: Things = {
  thing,
  gap: '何か',
  answering: {
    as: '誰の言葉として',
    asMyself: '自分',
    asGroup: (group) => `「${group}」みんなで`,
    labelTogether: 'みんなの答え',
    hintTogether: '誰が書いたかは、仲間にも伝わりません。全員の確認を待ち、過半数が確かめると残ります。',
    doneTogether: 'あなたも含めて、仲間の確認を待っています。誰が書いたかは伝わりません。',
    label: 'あなたの答え',
    hint: '話すように。二行で十分です。誰かが見る前に、一行ずつ確かめられます。',
  },
  release,
  tell: {
    button: 'これについて話す',
    title: (topic) => `${topic}について知っていること`,
    question: 'どんな問いへの答えか',
    asked: (topic) => `${topic}について何を知っておくとよいですか。`,
    questionHint: '尋ねたのはあなただけです。あなたの名前で載り、一行でも確かめるまで開いています。',
    words: '話すように',
  },
  didIt: {
    title: 'やりました',
    what: '{topic}：いつ、誰がいましたか。',
    on: 'いつ',
    with: '見ていた人',
    choose: '人を選ぶ',
    help: 'どのくらい助けがあったか',
    helpOpen: '決めない',
    helps: {
      watched: '見ていただけ',
      'with-help': '助けを借りて',
      'help-at-hand': 'そばに助けがあった',
      alone: '一人で',
      'looked-after-others': 'やる人を見守った',
    },
    unusual: 'いつもと違ったこと',
    unusualHint: '二人だけに見えます。',
    words: 'ひとこと',
    hint: '見ていたかどうかをその人に尋ねます。見たと言えば残ります。',
    keep: '残す',
    done: (name) => `見ていたかどうか、${name}さんに尋ねました。`,
    nobody: 'ここにはまだほかの人がいません。',
  },
  readHere,
  proposal,
  modelHere,
}

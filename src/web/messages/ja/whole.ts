import type { Messages } from '../en.ts'

/** Japanese for the Whole screen. */
export const whole: Messages['whole'] = {
  title: '全体',
  sentences: {
    'nothing-yet': () => 'まだ何も回っていません。問いから始まります。',
    'words-not-tried': (n) => `${n}ページにやり方が書かれています。やってみた記録はまだありません。`,
    'said-not-on-a-page': (n) => `${n}つの話題で、語られたことがまだページに載っていません。`,
    'asked-not-answered': (n) => `${n}つの話題で、問いが知る人を待っています。`,
    round: (n) => `${n}つの話題が一周しました：尋ね、語り、まとめ、やってみる。`,
  },
  moves: {
    'nothing-yet': '何か尋ねる',
    'words-not-tried': '誰かのそばで{topic}をやってみる',
    'said-not-on-a-page': '{topic}を見る',
    'asked-not-answered': '{topic}に答える',
    round: '{topic}の道を見る',
  },
  table: '話題ごとの今',
  topic: '話題',
  notYet: 'まだ',
  about: 'なぜ螺旋か',
}

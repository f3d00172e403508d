import type { Messages } from '../en.ts'

/** Japanese for the screen of all topics. */
export const topics: Messages['topics'] = {
  title: '話題',
  empty: 'まだ話題がありません。最初の一つは、ひとつの問いで構いません。',
  start: '話題を始める',
  name: '何と呼びますか',
  area: 'どこに',
  open: 'みんなに開く',
  submit: '始める',
  started: (title) => `「${title}」を始めました。`,
  noWords: 'まだ何も語られていません。',
  closed: (area) => `${area}の中だけ`,
  seenBy: (names) => `見えるのは${names}だけです。`,
  moreSee: (n) => `ほか${n}人`,
  openQuestions: '問いが開いています',
  couldBe: 'ほかに語られていること',
  because: {
    title: '{source}は、これについての文書です。',
    heading: '{source}に、これについての節があります。',
    definition: '{source}に、これが何かが書かれています。',
    phrase: '{source}で、何度も語られています。',
    link: '{source}からリンクされていますが、ページはまだありません。',
    question: (words) => `こんな問いがありました：「${words}」`,
  },
  notThis: 'これは要らない',
  putAside: 'もう表示しません。',
  find: '話題を探す',
  noneFound: 'その名前の話題はありません。始めることができます。',
}

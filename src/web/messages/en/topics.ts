import { inWords, plural } from '../plural.ts'

/** English for the screen of all topics. */
export const topics = {
  title: 'Topics',
  empty: 'No topics yet. The first one can be a single question.',
  start: 'Start a topic',
  name: 'What is it called?',
  area: 'Where',
  open: 'Open to the whole space',
  submit: 'Start it',
  started: (title: string) => `${title} is started.`,
  noWords: 'Nothing said yet.',
  closed: (area: string) => `Only in ${area}`,
  seenBy: (names: string) => `Seen by ${names}, and nobody else.`,
  moreSee: (n: number) => plural('en', n, { one: 'one more', other: `${inWords(n).toLowerCase()} more` }),
  openQuestions: 'A question is open',
  find: 'Find a topic',
  noneFound: 'No topic by that name. You could start it.',
}

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
  couldBe: 'What else is spoken of here',
  because: {
    title: '{source} is about it.',
    heading: '{source} has a part about it.',
    definition: '{source} says what it is.',
    phrase: '{source} says it again and again.',
    link: '{source} links to it, and no page is there.',
    question: (words: string) => `Somebody asked: “${words}”`,
  },
  notThis: 'Not this one',
  putAside: 'You will not be shown it again.',
  find: 'Find a topic',
  noneFound: 'No topic by that name. You could start it.',
}

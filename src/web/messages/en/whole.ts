import { inWords, plural } from '../plural.ts'

/** English for the Whole screen. */
export const whole = {
  title: 'The whole',
  sentences: {
    'nothing-yet': () => 'Nothing has come round yet. A question is how it begins.',
    'words-not-tried': (n: number) =>
      plural('en', n, {
        one: 'One page says how; nobody has a record of trying it.',
        other: `${inWords(n)} pages say how; nobody has a record of trying them.`,
      }),
    'said-not-on-a-page': (n: number) =>
      plural('en', n, {
        one: 'On one topic things were said that are on no page yet.',
        other: `On ${inWords(n).toLowerCase()} topics things were said that are on no page yet.`,
      }),
    'asked-not-answered': (n: number) =>
      plural('en', n, {
        one: 'On one topic a question is waiting for somebody who knows.',
        other: `On ${inWords(n).toLowerCase()} topics a question is waiting for somebody who knows.`,
      }),
    round: (n: number) =>
      plural('en', n, {
        one: 'One topic has come all the way round: asked, said, put together, done.',
        other: `${inWords(n)} topics have come all the way round: asked, said, put together, done.`,
      }),
  },
  moves: {
    'nothing-yet': 'Ask something',
    'words-not-tried': 'Try {topic}, with somebody',
    'said-not-on-a-page': 'Look at {topic}',
    'asked-not-answered': 'Answer on {topic}',
    round: 'See how {topic} came here',
  },
  table: 'Where each topic is',
  topic: 'Topic',
  notYet: 'not yet',
  about: 'Why a spiral',
}

import { inWords, plural } from '../plural.ts'

/** English for the screen of finding or doing anything. */
export const find = {
  button: 'Find or do anything',
  label: 'Find or do',
  placeholder: 'Words that were said, a topic, what to do',
  found: 'What was found',
  topics: 'Topics',
  said: 'What was said',
  page: 'Page',
  source: 'Source',
  screens: 'Go to',
  doings: 'Do',
  me: 'You, and what is on record',
  asking: 'Ask',
  askNow: (words: string) => `“${words}”: what was said, then a person`,
  askAbout: (words: string) => `Ask about “${words}”`,
  startCalled: (words: string) => `Start a topic called “${words}”`,
  count: (n: number) => plural('en', n, { one: 'One thing found.', other: `${inWords(n)} things found.` }),
}

import { inWords, plural } from '../plural.ts'

/** English for the finder. */
export const find = {
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
  foundFor: (words: string[]) => `Found for: ${words.join(', ')}`,
  nothing: 'Nothing here says that. Somebody may know.',
  called: (name: string) => `also called ${name}`,
  narrow: 'Narrow it',
  without: (filter: string) => `Without “${filter}”`,
  hints: [
    ['kind:page', 'Pages'],
    ['kind:said', 'What people said'],
    ['kind:question', 'Questions'],
    ['by:me', 'By me'],
  ] as [string, string][],
  only: {
    kind: (kind: string) =>
      ({ page: 'Pages', claim: 'What people said', source: 'Sources', question: 'Questions' })[kind] ?? kind,
    topic: (title: string) => `On ${title}`,
    tag: (tag: string) => `Tagged ${tag}`,
    by: (name: string) => `By ${name}`,
    in: (area: string) => `In ${area}`,
    since: (day: string) => `Since ${day}`,
  },
  nobody: {
    kind: (typed: string) => typed,
    topic: (typed: string) => `No topic is called “${typed}”`,
    tag: (typed: string) => `No page is tagged “${typed}”`,
    by: (typed: string) => `Nobody here is called “${typed}”`,
    in: (typed: string) => `No area is called “${typed}”`,
    since: (typed: string) => typed,
  },
  count: (n: number) => plural('en', n, { one: 'One thing found.', other: `${inWords(n)} things found.` }),
}

import type { Answer } from './what-answers.ts'

const first = { claim: 0, page: 1, source: 2, question: 3 }
/** What answers before what is near; then what says more of it; then what somebody said before where it was written down. */
export const surest = (a: Answer, b: Answer) =>
  Number(a.how === 'near') - Number(b.how === 'near') ||
  b.weight - a.weight ||
  kindOf(a) - kindOf(b) ||
  (a.thing.id < b.thing.id ? 1 : -1)
const kindOf = ({ claim, thing }: Answer) => (claim ? 0 : first[thing.kind])

/** The same words are told once: by whoever said them, before the page or the document that holds them too. */
export function withoutRepeats(answers: readonly Answer[]): Answer[] {
  const kept: { answer: Answer; said: string }[] = []
  for (const answer of answers) {
    const said = plain(answer.quote)
    const there = kept.find((one) => one.said.includes(said) || said.includes(one.said))
    if (!there) kept.push({ answer, said })
    else if (kindOf(answer) < kindOf(there.answer)) {
      const { how, weight } = there.answer
      Object.assign(there, { answer: { ...answer, how, weight }, said })
    }
  }
  return kept.map(({ answer }) => answer)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

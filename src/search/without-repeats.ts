import type { Answer } from './what-answers.ts'

const first = { claim: 0, page: 1, source: 2, question: 3 }
/** Answers before near ones, then by weight, then claims before pages and documents. */
export const byCertainty = (a: Answer, b: Answer) =>
  Number(a.how === 'near') - Number(b.how === 'near') ||
  b.weight - a.weight ||
  kindOf(a) - kindOf(b) ||
  (a.thing.id < b.thing.id ? 1 : -1)
const kindOf = ({ claim, thing }: Answer) => (claim ? 0 : first[thing.kind])

/** Drops repeated quotes: a claim is kept rather than the page or document that quotes it. */
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

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
  const kept: Answer[] = []
  for (const answer of answers) {
    const same = kept.findIndex((one) => saysTheSame(one.quote, answer.quote))
    const there = kept[same]
    if (!there) kept.push(answer)
    else if (kindOf(answer) < kindOf(there)) kept[same] = { ...answer, how: there.how, weight: there.weight }
  }
  return kept
}

function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a.includes(b) || b.includes(a)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

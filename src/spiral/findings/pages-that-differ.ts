import { type Difference, type Document, differences } from '../../combination/index.ts'
import { type Finding, type Said, whereSaid } from './finding.ts'

/** Finds pages that contradict each other: different figures, or must against must not. */
export const pagesThatDiffer = (said: readonly Said[]): Finding[] =>
  differences(said.map(({ document, sayings }) => ({ from: document, id: document.path, sayings }))).map(asFinding)

function asFinding({ one, other, figures, weight }: Difference<Document>): Finding {
  const titles = `“${one.from.title}” and “${other.from.title}”`
  return {
    kind: 'pages-that-differ',
    about: one.from.title,
    line: figures
      ? `${titles} give two figures for the same: ${figures}.`
      : `${titles} say the opposite of each other.`,
    words: [one.saying.words, other.saying.words],
    where: [whereSaid(one.from, one.saying), whereSaid(other.from, other.saying)],
    button: 'Which holds when?',
    weight,
  }
}

import { type Difference, differences } from '../../combination/index.ts'
import { type Finding, type Said, whereSaid } from './finding.ts'

/** Two pages that say different things of the same: other figures, or that one must and that one must not. */
export const pagesThatDiffer = (said: readonly Said[]): Finding[] => differences(said).map(asFinding)

function asFinding({ one, other, figures, weight }: Difference): Finding {
  const titles = `“${one.document.title}” and “${other.document.title}”`
  return {
    kind: 'pages-that-differ',
    about: one.document.title,
    line: figures
      ? `${titles} give two figures for the same: ${figures}.`
      : `${titles} say the opposite of each other.`,
    words: [one.saying.words, other.saying.words],
    where: [whereSaid(one.document, one.saying), whereSaid(other.document, other.saying)],
    button: 'Which holds when?',
    weight,
  }
}

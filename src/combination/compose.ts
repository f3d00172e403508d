import { plainWords } from '../knowledge/index.ts'
import { saidIn } from './definitions.ts'
import { nameOf, type Passage } from './passages.ts'

/** A confirmed claim as the compiler takes it in. */
export interface Said {
  statement: string
  holdsWhen: string | null
  kind: 'what' | 'hard' | 'steps' | 'once'
  sayable: 'easily' | 'with-effort' | 'shown'
  source: string
  fromLine: number
  toLine: number
}

/** What a page is composed of. */
export interface Ingredients {
  title: string
  said: readonly Said[]
  passages: readonly Passage[]
}

/** A page as composed: its body, a sentence that sums it up, the sources it cites. */
export interface Composed {
  body: string
  summary: string
  sources: string[]
}

/**
 * Composes a page without a language model, of cited sentences and confirmed claims: what it is, when it gets hard,
 * the steps, what has to be shown, what happened once. The same ingredients give the same text.
 */
export function compose({ title, said, passages }: Ingredients): Composed {
  const claims = withoutRepeats(said)
  const shown = claims.filter((claim) => claim.sayable === 'shown')
  const sayable = claims.filter((claim) => claim.sayable !== 'shown')
  const what = [...passages.map(passageText), ...sayable.filter(({ kind }) => kind === 'what').map(claimText)]
  const once = section('What happened once', stories(sayable.filter(({ kind }) => kind === 'once')))
  const blocks = [
    `# ${escapeMarks(title)}`,
    ...what,
    // Where nothing says what it is, the story does, and what was behind it comes after.
    ...(what.length === 0 ? once : []),
    ...section('When it gets hard', sayable.filter(({ kind }) => kind === 'hard').map(claimText)),
    ...section('Steps', steps(sayable.filter(({ kind }) => kind === 'steps'))),
    ...section('Shown, not said', shown.map(claimText)),
    ...(what.length > 0 ? once : []),
  ]
  const sources = [...new Set([...passages.map(({ source }) => source), ...claims.map(({ source }) => source)])]
  return { body: `${blocks.join('\n\n')}\n`, summary: summaryOf(title, passages, claims), sources }
}

const section = (heading: string, blocks: string[]) => (blocks.length ? [`## ${heading}`, ...blocks] : [])

/** Steps that were said in one answer keep their order and are numbered; they are one list. */
const steps = (claims: readonly Said[]) =>
  claims.length ? [claims.map((claim, index) => `${index + 1}. ${claimText(claim)}`).join('\n')] : []

/** A story is a voice: the lines of one stand in one block, in the order in which they were told. */
const stories = (claims: readonly Said[]) =>
  [...Map.groupBy(claims, ({ source }) => source).values()].map((story) => `> ${story.map(claimText).join(' ')}`)

const claimText = (claim: Said) => `${sentence(withCondition(claim))} ${cite(claim)}`

const passageText = (passage: Passage) => `${passage.text} ${cite(passage)}`

/** The mark that cites lines of a source. */
export const cite = (said: { source: string; fromLine: number; toLine: number }) =>
  `^[${said.source.replace(/[`&]/g, '\\$&')}:${range(said)}]`

const range = ({ fromLine, toLine }: { fromLine: number; toLine: number }) =>
  fromLine === toLine ? `${fromLine}` : `${fromLine}-${toLine}`

/** Whether a statement says its circumstances already: as words of it, not inside of one. */
function saysItself(statement: string, holdsWhen: string): boolean {
  const [said, when] = [statement.toLowerCase(), holdsWhen.trim().toLowerCase()]
  const at = said.indexOf(when)
  const inside = /[\p{Script=Latin}\p{N}]/u
  return at >= 0 && !inside.test(said.charAt(at - 1)) && !inside.test(said.charAt(at + when.length))
}

/** The circumstances belong to the statement, unless it says them itself. */
function withCondition({ statement, holdsWhen }: Said): string {
  if (!holdsWhen || saysItself(statement, holdsWhen)) return escapeMarks(statement)
  return `${escapeMarks(statement.replace(/[.。]\s*$/, ''))} (${escapeMarks(holdsWhen)}).`
}

const sentence = (text: string) => (/[.!?…。！？”")]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** What people write in an answer is words, not Markdown: it must not turn into headings, lists, links or HTML. */
export const escapeMarks = (text: string) =>
  text
    .trim()
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~^]|&(?=#?\w+;)|(?<=\w)@(?=\w)|:(?=\/\/)|(?<=www)\.|={2,}/gi, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)

function withoutRepeats(said: readonly Said[]): Said[] {
  const seen = new Set<string>()
  return said.filter(({ statement, holdsWhen }) => {
    const words = [statement, holdsWhen ?? ''].map(bare).join('\n')
    return seen.has(words) ? false : seen.add(words)
  })
}

/** What is left when case, spaces and the full stop are not looked at: `C++` is not `C`. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!…。！\s]+$/, '')
    .trim()

/** The sentence that says what it is; else the first one. */
function summaryOf(title: string, passages: readonly Passage[], claims: readonly Said[]): string {
  const first = claims.find(({ kind }) => kind === 'what') ?? claims.find(({ kind }) => kind === 'once') ?? claims[0]
  const sentences = passages.flatMap(({ text }) => sentencesOf(plainWords(text)))
  const saying = sentences.find((one) => nameOf(saidIn(one) ?? '') === nameOf(title))
  return (saying ?? sentences[0] ?? sentencesOf(plainWords(first?.statement ?? ''))[0] ?? '').trim()
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

const sentencesOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

import { entryWritten } from '../../text/index.ts'

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

/** Lines of a source that are cited. */
export interface Cited {
  source: string
  fromLine: number
  toLine: number
}

/** A statement with its circumstances and what cites it. */
export const claimText = (claim: Said) => `${sentence(withCondition(claim))} ${cite([claim])}`

/** Steps that were said in one answer keep their order and are numbered; they are one list. */
export const steps = (claims: readonly Said[]) =>
  claims.length ? [claims.map((claim, index) => `${index + 1}. ${claimText(claim)}`).join('\n')] : []

/** A story is a voice: the lines of one stand in one block, in the order in which they were told. */
export const stories = (claims: readonly Said[]) =>
  [...Map.groupBy(claims, ({ source }) => source).values()].map((story) => `> ${story.map(claimText).join(' ')}`)

/** What cites lines of sources: `^[a.md:3-9, b.md:7]`. */
export const cite = (cited: readonly Cited[]) => `^[${[...new Set(cited.map(entry))].join(', ')}]`

const entry = ({ source, fromLine, toLine }: Cited) =>
  entryWritten({ name: source, from_line: fromLine, to_line: toLine })

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

/**
 * Escapes what somebody wrote, so that Markdown, HTML, math (`$…$`) and comments (`%%…%%`) are words of it. A `$` before a
 * digit closes no math, so that prices stay as they are.
 */
export const escapeMarks = (text: string) =>
  text
    .trim()
    .replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ')
    .replace(
      /[\\`*_[\]<>#|~^]|&(?=#?\w+;)|\$(?!\d)|%(?=%)|(?<=\w)@(?=\w)|:(?=\/\/)|(?<=www)\.|=(?==)|(?<==)=/gi,
      '\\$&',
    )
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)

/** Of what was said twice with the same circumstances, the first. */
export function withoutRepeats(said: readonly Said[]): Said[] {
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
    .replace(/(?<![.!…。！\s])[.!…。！\s]+$/, '')
    .trim()

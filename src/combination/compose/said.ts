import { entryWritten } from '../../text/index.ts'

/** A confirmed claim, as the compiler's input. */
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

/** A statement with its circumstances and its citation. */
export const claimText = (claim: Said) => `${sentence(withCondition(claim))} ${cite([claim])}`

/** Writes steps as one numbered list, in order. */
export const steps = (claims: readonly Said[]) =>
  claims.length ? [claims.map((claim, index) => `${index + 1}. ${claimText(claim)}`).join('\n')] : []

/** Writes each story as one quote, its lines in the order told. */
export const stories = (claims: readonly Said[]) =>
  [...Map.groupBy(claims, ({ source }) => source).values()].map((story) => `> ${story.map(claimText).join(' ')}`)

/** Writes a citation: */
export const cite = (cited: readonly Cited[]) => `^[${[...new Set(cited.map(entry))].join(', ')}]`

const entry = ({ source, fromLine, toLine }: Cited) =>
  entryWritten({ name: source, from_line: fromLine, to_line: toLine })

/** Whether a statement already contains its circumstances as whole words. */
function saysItself(statement: string, holdsWhen: string): boolean {
  const [said, when] = [statement.toLowerCase(), holdsWhen.trim().toLowerCase()]
  const at = said.indexOf(when)
  const inside = /[\p{Script=Latin}\p{N}]/u
  return at >= 0 && !inside.test(said.charAt(at - 1)) && !inside.test(said.charAt(at + when.length))
}

/** Appends the circumstances in brackets, unless the statement contains them. */
function withCondition({ statement, holdsWhen }: Said): string {
  if (!holdsWhen || saysItself(statement, holdsWhen)) return escapeMarks(statement)
  return `${escapeMarks(statement.replace(/[.。]\s*$/, ''))} (${escapeMarks(holdsWhen)}).`
}

const sentence = (text: string) => (/[.!?…。！？”")]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/**
 * Escapes text so that Markdown, HTML, math (`$…$`), comments (`%%…%%`) and the marks of generators
 * (`{{…}}`, `key::`, `:::`) in it are shown literally. A `$` before a digit opens no math, so prices stay as they are.
 */
export const escapeMarks = (text: string) =>
  text
    .trim()
    .replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ')
    .replace(
      /[\\`*_[\]<>#|~^]|&(?=#?\w+;)|\$(?!\d)|%(?=%)|(?<=\w)@(?=\w)|:(?=\/\/)|(?<=www)\.|=(?==)|(?<==)=|:(?=:)|\((?=\()|\{(?=[{%:#/.]|\s?[#.]|[\w-]+=)/gi,
      '\\$&',
    )
    .replace(/^(?:!!!|\?\?\?)/, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)

/** Drops claims that repeat the words and circumstances of an earlier one. */
export function withoutRepeats(said: readonly Said[]): Said[] {
  const seen = new Set<string>()
  return said.filter(({ statement, holdsWhen }) => {
    const words = [statement, holdsWhen ?? ''].map(normalised).join('\n')
    return seen.has(words) ? false : seen.add(words)
  })
}

/** Normalises case, spaces and the final full stop: `C++` is not `C`. */
const normalised = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.!…。！\s])[.!…。！\s]+$/, '')
    .trim()

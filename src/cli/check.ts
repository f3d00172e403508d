import { isAbsolute, relative, resolve, sep } from 'node:path'
import { sarif } from './sarif.ts'

/** Checks a folder; passed by `main`. */
export type Check = (given: { path: string; mend: boolean; dryRun: boolean }) => FolderChecked

/** The result of a check for the command line. */
export interface FolderChecked {
  rules: readonly { id: string; name: string; level: 'error' | 'warning' | 'note'; help: string }[]
  problems: Found[]
  counts: { documents: number; sources: number; links: number; citations: number }
  unread: { path: string; reason: string }[]
  mended: { path: string; says: string }[]
}

/** One problem. */
export interface Found {
  rule: string
  path: string
  line: number
  toLine: number
  says: string
  words: string
  mend: string
  sides?: {
    path: string
    line: number
    toLine: number
    title: string
    words: string
    when: string | null
    keeper: string | null
  }[]
  changes?: object[]
}

type Asked = {
  path: string
  as: 'text' | 'json' | 'sarif'
  failOn: string | null
  mend: boolean
  dryRun: boolean
  all: boolean
}

const USAGE =
  'Say which folder: npx whorl check PATH [--json | --sarif] [--fail-on KIND,…] [--mend] [--dry-run] [--all]. Pages of a space: npx whorl check-pages.'

/**
 * Runs `whorl check` and returns the exit code: 0 no failing problem, 1 some, 2 it could not run.
 */
export function checkCommand(words: readonly string[], check: Check): number {
  const asked = readWords(words)
  if (typeof asked === 'string') return complain(asked)
  let checked: FolderChecked
  try {
    checked = inRepository(asked.path, check(asked))
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error))
  }
  const fails = failing(asked.failOn, checked.rules)
  if (typeof fails === 'string') return complain(fails)
  const failed = checked.problems.filter(({ rule }) => fails.has(rule)).length
  if (asked.as === 'sarif') print([JSON.stringify(sarif(checked), null, 2)])
  else if (asked.as === 'json') print([JSON.stringify({ ...checked, failed }, null, 2)])
  else print(asText(checked, failed, asked).map(printable))
  return failed > 0 ? 1 : 0
}

function readWords(words: readonly string[]): Asked | string {
  const asked: Asked = { path: '', as: 'text', failOn: null, mend: false, dryRun: false, all: false }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, kinds] = /^--fail-on=(.*)$/.exec(word) ?? []
    if (word === '--json' || word === '--sarif') asked.as = word === '--json' ? 'json' : 'sarif'
    else if (word === '--mend') asked.mend = true
    else if (word === '--dry-run') asked.dryRun = true
    else if (word === '--all') asked.all = true
    else if (kinds !== undefined) asked.failOn = kinds
    else if (word === '--fail-on') asked.failOn = words[++at] ?? ''
    else if (word.startsWith('-')) return word === '--help' ? USAGE : `There is no option ${word}. ${USAGE}`
    else if (asked.path) return USAGE
    else asked.path = word
  }
  return asked.path ? asked : USAGE
}

/**
 * The kinds of problems that fail a check: the errors by default, or those named, `all`, or `none`.
 */
function failing(kinds: string | null, rules: FolderChecked['rules']): Set<string> | string {
  const known = rules.map(({ id }) => id)
  if (kinds === null) return new Set(rules.filter(({ level }) => level === 'error').map(({ id }) => id))
  if (kinds === 'all') return new Set(known)
  const named = kinds.split(',').map((kind) => kind.trim())
  const strange = named.find((kind) => kind !== 'none' && !known.includes(kind))
  return strange === undefined
    ? new Set(named)
    : `There is no kind “${strange}”. Name some of: all, none, ${known.join(', ')}.`
}

/** Paths relative to the working directory, so that terminals and CI resolve them. */
function inRepository(path: string, checked: FolderChecked): FolderChecked {
  const way = relative(process.cwd(), resolve(path)).split(sep).join('/')
  if (way === '' || way.startsWith('..') || isAbsolute(way)) return checked
  const from = <Place extends { path: string }>(place: Place): Place => ({ ...place, path: `${way}/${place.path}` })
  return {
    ...checked,
    problems: checked.problems.map((one) => ({ ...from(one), ...(one.sides && { sides: one.sides.map(from) }) })),
    unread: checked.unread.map(from),
    mended: checked.mended.map(from),
  }
}

const A_FEW = 20

function asText(checked: FolderChecked, failed: number, { all, dryRun }: Asked): string[] {
  const { rules, problems, unread, mended } = checked
  const done = mended.map(({ path, says }) => `${path} ${dryRun ? 'would be mended' : 'mended'}: ${says}`)
  const lines = rules.flatMap(({ id }) => {
    const own = problems.filter(({ rule }) => rule === id)
    const left = all ? 0 : Math.max(0, own.length - A_FEW)
    const more = left > 0 ? [`… and ${left} more of ${id} (--all lists them)`] : []
    return [...own.slice(0, own.length - left).flatMap(asLines), ...more]
  })
  const notRead = unread.map(({ path, reason }) => `${path} not read: ${reason}`)
  return [...done, ...lines, ...notRead, summary(checked, failed)]
}

function asLines({ path, line, rule, says, mend, sides, changes }: Found): string[] {
  const apart = rule === 'pages-differ' ? (sides ?? []) : []
  return [
    `${path}:${line} ${rule} ${says}`,
    ...apart.map((side) => `    ${side.path}:${side.line} “${side.words}”${circumstances(side)}`),
    `    ${mend}${changes ? ' (--mend does it)' : ''}`,
  ]
}

function circumstances({ when, keeper }: { when: string | null; keeper: string | null }): string {
  const known = [when, keeper].filter((one) => one !== null)
  return known.length > 0 ? ` (${known.join(', ')})` : ''
}

function summary({ problems, counts }: FolderChecked, failed: number): string {
  const looked = `${counts.documents} ${counts.documents === 1 ? 'page' : 'pages'}, ${counts.links} links, ${counts.citations} citations`
  if (problems.length === 0) return `Nothing to mend in ${looked}.`
  if (problems.length === 1) return `One thing to mend in ${looked}; it ${failed ? 'fails' : 'does not fail'}.`
  const fails = failed === 0 ? 'none of them fails' : failed === 1 ? 'one fails' : `${failed} fail`
  return `${problems.length} things to mend in ${looked}; ${fails}.`
}

/** Removes control and direction characters from outside text, which could steer the terminal. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '')

const print = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''))

function complain(text: string): number {
  process.stderr.write(`${printable(text)}\n`)
  return 2
}

import { parse as parseToml, TomlError } from 'smol-toml'
import { type Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { MOST_FRONT } from '../limits.ts'
import type { FrontForm } from './split-front.ts'
import { yamlFault } from './yaml-fault.ts'

/**
 * The fields of front matter, or the fault that keeps them from being read; then there are none.
 */
export interface FrontFields {
  fields: ReadonlyMap<string, unknown>
  fault: string | null
}

/** Fields that hold names: their values are words, as written. 1.10 is no number there, nor No a truth. */
const NAMES = new Set(['title', 'aliases', 'alias'])

const NONE: ReadonlyMap<string, unknown> = new Map()
const faulty = (fault: string): FrontFields => ({ fields: NONE, fault })

/** Nesting of fields that every reader and writer of them, each recursive, can follow. */
const MOST_DEEP = 200

/** Parses front matter, given without its delimiters; never throws. */
export function readFields(front: string, form: FrontForm = 'yaml'): FrontFields {
  const plain = form === 'yaml' ? readPlainly(front) : null
  if (plain) return { fields: plain, fault: null }
  if (front.length > MOST_FRONT) return faulty(`longer than ${MOST_FRONT} characters`)
  const key = `${form} ${front}`
  const found = lately.get(key)
  const read = found ?? readCostly(front, form)
  // Re-inserting makes an entry the newest, since a map keeps insertion order.
  lately.delete(key)
  lately.set(key, read)
  for (const oldest of lately.keys()) {
    if (lately.size <= MOST_LATELY) break
    lately.delete(oldest)
  }
  return read
}

/**
 * What was read lately, the least recently used first: one save reads a page's front matter many
 * times, before its transaction and inside it, and 30,000 characters of YAML take 20 ms.
 */
const lately = new Map<string, FrontFields>()
const MOST_LATELY = 16

function readCostly(front: string, form: FrontForm): FrontFields {
  const read = form === 'toml' ? readToml(front) : form === 'json' ? readJson(front) : readYaml(front)
  return isTooDeep(read.fields) ? faulty(`nested more than ${MOST_DEEP} deep`) : read
}

function isTooDeep(fields: ReadonlyMap<string, unknown>): boolean {
  let level: unknown[] = [...fields.values()]
  for (let deep = 0; level.length > 0; deep++) {
    if (deep > MOST_DEEP) return true
    level = level.flatMap(inside)
  }
  return false
}

function inside(value: unknown): unknown[] {
  if (value instanceof Map) return [...value].flat()
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function readYaml(front: string): FrontFields {
  const document = parseDocument(front, PARSING)
  const [error] = document.errors
  if (error) return faulty(`not YAML: ${yamlFault(error, front)}`)
  if (document.contents === null) return { fields: NONE, fault: null }
  if (!isMap(document.contents)) return faulty('not a map of fields')
  try {
    const again = repeatedIn(document)
    if (again !== undefined) return faulty(`not YAML: it says ${again.slice(0, 80)} twice`)
    const map = document.contents.toJS(document, { mapAsMap: true }) as Map<unknown, unknown>
    // A field that contains itself can be read, but neither written nor compared.
    if (holdsItself([...map.values()])) return faulty('not to be written: a field holds itself')
    return {
      fields: new Map([...map].map(([key, value]) => [String(key), asNamed(document, key, value)])),
      fault: null,
    }
  } catch (error) {
    return faulty(error instanceof Error ? error.message : String(error))
  }
}

/** The value of a field; of one that holds names, plain scalars as they are written. */
function asNamed(document: Document.Parsed, key: unknown, value: unknown): unknown {
  if (typeof key !== 'string' || !NAMES.has(key)) return value
  const node = document.get(key, true)
  if (isSeq(node)) return node.items.map((item, n) => wordsOf(item, (value as unknown[])[n]))
  return wordsOf(node, value)
}

const wordsOf = (node: unknown, value: unknown) =>
  isScalar(node) && value !== null && typeof value !== 'string' ? (node.source ?? String(value)) : value

/** The opening delimiter line. */
const LINES_ABOVE = 1

function readToml(front: string): FrontFields {
  try {
    // Dates become text, as they were written.
    return { fields: new Map(Object.entries(JSON.parse(JSON.stringify(parseToml(front))))), fault: null }
  } catch (error) {
    const at = error instanceof TomlError ? ` on line ${error.line + LINES_ABOVE}` : ''
    return faulty(`not TOML:${at} there is something that cannot be read`)
  }
}

function readJson(front: string): FrontFields {
  try {
    return { fields: new Map(Object.entries(JSON.parse(`{${front}}`))), fault: null }
  } catch {
    return faulty('not JSON: there is something that cannot be read')
  }
}

/** The parser's own check for unique keys takes quadratic time; `repeatedIn` replaces it. */
export const PARSING = { logLevel: 'silent', uniqueKeys: false } as const

function holdsItself(values: readonly unknown[]): boolean {
  try {
    JSON.stringify(values, (_, value) => (value instanceof Map ? [...value] : value))
    return false
  } catch {
    return true
  }
}

/** A key that occurs twice in one map, if any. */
function repeatedIn(document: Document.Parsed): string | undefined {
  let again: string | undefined
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined
        if (name === undefined) continue
        if (keys.has(name)) again ??= name
        keys.add(name)
      }
      return again === undefined ? undefined : visit.BREAK
    },
  })
  return again
}

// The lookahead keeps runs of spaces from being matched again one by one, which would take
// quadratic time.
// YAML ends an implicit key after 1,024 characters.
const FIELD = /^([A-Za-z][\w-]{0,999}):(?: +(?! )(.*))?$/
const ITEM = /^( *)- +(?! )(.*)$/
const PLAIN = /^\p{L}[^\p{C}\u2028\u2029]*$/u
const DATE = /^\d{4}-\d\d-\d\d$/
const NUMBER = /^(?:0|[1-9]\d{0,9})(?:\.\d{1,9})?$/
const QUOTED = /^"[^"\\\p{C}\u2028\u2029]*"$/u
const WORD_OF_YAML = /^(?:true|false|null)$/i

/**
 * Reads plain front matter (words, dates, numbers, lists of words), as nearly every page has, many
 * times faster than the YAML parser; null for anything else. A value it returns is the one that
 * YAML gives.
 */
export function readPlainly(front: string): Map<string, unknown> | null {
  const fields = new Map<string, unknown>()
  let list: { items: unknown[]; indent: string } | null = null
  let open: string | null = null
  for (const line of front.split(/\r?\n/)) {
    if (line === '') continue
    const item = ITEM.exec(line)
    if (item) {
      const [, indent = '', given = ''] = item
      const value = plainValue(given, open !== null && NAMES.has(open))
      if (open === null || value === undefined || (list && list.indent !== indent)) return null
      list ??= { items: [], indent }
      list.items.push(value)
      fields.set(open, list.items)
      continue
    }
    const [, name, given = ''] = FIELD.exec(line) ?? []
    if (name === undefined || fields.has(name) || WORD_OF_YAML.test(name)) return null
    const value = given.trim() === '' ? null : plainValue(given, NAMES.has(name))
    if (value === undefined) return null
    open = value === null ? name : null
    list = null
    fields.set(name, value)
  }
  return fields
}

/** A value that can be read without the YAML parser, or undefined; a name is words. */
function plainValue(given: string, isName: boolean): unknown {
  const text = withoutSpaces(given)
  if (QUOTED.test(text)) return text.slice(1, -1)
  if (NUMBER.test(text)) return isName ? text : Number(text)
  if (DATE.test(text)) return text
  if (!PLAIN.test(text) || /:(?: |$)| #/.test(text) || WORD_OF_YAML.test(text)) return undefined
  return text
}

/** Trims spaces at the end by a loop, since a pattern takes quadratic time over a run of them. */
function withoutSpaces(given: string): string {
  let end = given.length
  while (end > 0 && given.charCodeAt(end - 1) === 32) end--
  return given.slice(0, end)
}

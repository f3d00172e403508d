import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml'
import { trimTrailing } from '../../../ba/index.ts'
import { yamlFault } from './yaml-fault.ts'

/** What front matter says, and what is wrong with it, if anything is: then it says nothing. */
export interface FrontFields {
  fields: ReadonlyMap<string, unknown>
  fault: string | null
}

/** Of more than this a reader of YAML can take minutes. */
const MOST_LETTERS = 30_000
const NONE: ReadonlyMap<string, unknown> = new Map()

/** Reads the lines between the two `---`: never throws, whatever they hold. */
export function readFields(front: string): FrontFields {
  const plain = readPlainly(front)
  if (plain) return { fields: plain, fault: null }
  if (front.length > MOST_LETTERS) return { fields: NONE, fault: `longer than ${MOST_LETTERS} characters` }
  const document = parseDocument(front, PARSING)
  const [error] = document.errors
  if (error) return { fields: NONE, fault: `not YAML: ${yamlFault(error, front)}` }
  if (document.contents === null) return { fields: NONE, fault: null }
  if (!isMap(document.contents)) return { fields: NONE, fault: 'not a map of fields' }
  try {
    const again = repeatedIn(document)
    if (again !== undefined) return { fields: NONE, fault: `not YAML: it says ${again.slice(0, 80)} twice` }
    const map = document.contents.toJS(document, { mapAsMap: true }) as Map<unknown, unknown>
    // What holds itself can be read, and never be written or compared.
    if (holdsItself([...map.values()])) return { fields: NONE, fault: 'not to be written: a field holds itself' }
    return { fields: new Map([...map].map(([key, value]) => [String(key), value])), fault: null }
  } catch (error) {
    return { fields: NONE, fault: error instanceof Error ? error.message : String(error) }
  }
}

/** The parser compares each key with each, which takes the square of how many there are: they are counted here. */
export const PARSING = { logLevel: 'silent', uniqueKeys: false } as const

function holdsItself(values: readonly unknown[]): boolean {
  try {
    JSON.stringify(values, (_, value) => (value instanceof Map ? [...value] : value))
    return false
  } catch {
    return true
  }
}

/** A key that stands twice in one map, if one does. */
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

const FIELD = /^([A-Za-z][\w-]*):(?: +(.*))?$/
const ITEM = /^( *)- +(.*)$/
const PLAIN = /^\p{L}[^\p{C}\u2028\u2029]*$/u
const DATE = /^\d{4}-\d\d-\d\d$/
const NUMBER = /^(?:0|[1-9]\d{0,9})(?:\.\d{1,9})?$/
const QUOTED = /^"[^"\\\p{C}\u2028\u2029]*"$/u
const WORD_OF_YAML = /^(?:true|false|null)$/i

/**
 * Reads the plain front matter that nearly every page has — words, dates, numbers, lists of words — many times faster
 * than YAML is read; gives null for anything else, and never anything that YAML would not.
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
      const value = plainValue(given)
      if (open === null || value === undefined || (list && list.indent !== indent)) return null
      list ??= { items: [], indent }
      list.items.push(value)
      fields.set(open, list.items)
      continue
    }
    const [, name, given = ''] = FIELD.exec(line) ?? []
    if (name === undefined || fields.has(name) || WORD_OF_YAML.test(name)) return null
    const value = given.trim() === '' ? null : plainValue(given)
    if (value === undefined) return null
    open = value === null ? name : null
    list = null
    fields.set(name, value)
  }
  return fields
}

/** A value that can be told without YAML, or undefined. */
function plainValue(given: string): unknown {
  const text = trimTrailing(given, ' ')
  if (QUOTED.test(text)) return text.slice(1, -1)
  if (NUMBER.test(text)) return Number(text)
  if (DATE.test(text)) return text
  if (!PLAIN.test(text) || /:(?: |$)| #/.test(text) || WORD_OF_YAML.test(text)) return undefined
  return text
}

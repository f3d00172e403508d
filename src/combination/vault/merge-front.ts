import { Front, readFields } from '../../text/index.ts'

/** Merged front matter, and the space's fields that conflict with the folder's. */
export interface MergedFront {
  text: string
  left: string
}

/** Fields by name, each with its comments, its line and its continuation lines. */
type Chunks = Map<string, string>

/**
 * Three-way merge of front matter by field against the text last in step (`null` if unknown). Lists
 * are joined; the later of two dates wins. If both sides changed a field, the folder's value stays
 * and the space's is returned, to be kept in the text.
 */
export function mergeFront(was: string | null, folder: string, space: string, isYaml = true): MergedFront {
  if (folder === space || space === was) return { text: folder, left: '' }
  if (folder === was) return { text: space, left: '' }
  if (!isYaml) return folder === '' ? { text: space, left: '' } : { text: folder, left: space }
  const eol = /\r?\n/.exec(folder || space)?.[0] ?? '\n'
  const [ours, theirs, before] = [chunksOf(folder), chunksOf(space), was === null ? null : chunksOf(was)]
  if (!ours || !theirs || ours.size + theirs.size > MOST_FIELDS) return { text: folder, left: space }
  const left: string[] = []
  const fields = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const merged = mergeField(name, before?.get(name), ours.get(name), theirs.get(name))
    left.push(...merged.left)
    return merged.text ?? []
  })
  const text = fields.join('').replaceAll('\n', eol)
  return readFields(text).fault && !readFields(folder).fault
    ? { text: folder, left: space }
    : { text, left: left.join('') }
}

const MOST_FIELDS = 1000

type Side = string | undefined

function mergeField(name: string, was: Side, ours: Side, theirs: Side): { text: Side; left: string[] } {
  if (ours === theirs || theirs === was) return { text: ours, left: [] }
  if (ours === was) return { text: theirs, left: [] }
  // A field that one side removed and the other changed stays.
  if (ours === undefined || theirs === undefined) return { text: ours ?? theirs, left: [] }
  const [one, other] = [ours, theirs].map((text) => readFields(text).fields.get(name))
  if (isList(one) && isList(other)) return { text: withValue(ours, name, [...new Set([...one, ...other])]), left: [] }
  if (isDate(one) && isDate(other)) return { text: one >= other === (name !== 'createdAt') ? ours : theirs, left: [] }
  return { text: ours, left: [theirs] }
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/.test(value)

function withValue(text: string, name: string, value: string[]): string {
  const front = new Front({ open: '---\n', text, close: '---\n' })
  front.set(name, value)
  return String(front).slice('---\n'.length, -'---\n'.length)
}

const FIELD = /^((?:"[^"]*"|'[^']*')\s*|[^\s#:'"{[\]},&*!|>%@`-][^:#]*):(?:\s|$)/

/** Splits front matter into fields; null if it is not a plain mapping. */
function chunksOf(front: string): Chunks | null {
  const chunks: Chunks = new Map()
  let [name, above]: [string | null, string] = [null, '']
  for (const line of front.replace(/\r\n?/g, '\n').match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const whole = line.endsWith('\n') ? line : `${line}\n`
    const found = FIELD.exec(whole)?.[1]
      ?.trimEnd()
      .replace(/^(["'])(.*)\1$/, '$2')
    if (found !== undefined) {
      if (chunks.has(found)) return null
      chunks.set(found, above + whole)
      ;[name, above] = [found, '']
    } else if (/^\s*(?:#|$)/.test(whole)) above += whole
    else if (name === null || !/^(?:\s|-)/.test(whole)) return null
    else {
      chunks.set(name, `${chunks.get(name)}${above}${whole}`)
      above = ''
    }
  }
  // Comments below the last field belong to it.
  if (above && name !== null) chunks.set(name, `${chunks.get(name)}${above}`)
  else if (above) return null
  return chunks
}

import { Front, readFields } from '../../text/index.ts'

/** Front matter put together of two sides: its lines, and those of the space's that could not stand beside the folder's. */
export interface MergedFront {
  text: string
  left: string
}

/** A field as it is written: its comments above it, its line, and the lines below that belong to it. */
type Chunks = Map<string, string>

/**
 * Merges front matter field by field against what was last in step (`null`: not known). What one side alone changed is
 * taken; lists are joined; of two dates the later stands. Where both gave a field other words the folder's stand and the
 * space's are handed back, to be kept in the text.
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
  // What one side took out while the other changed it stays.
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

/** The fields of front matter as they are written, by name; null where it is not one field below the other. */
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
  // Comments below the last field are its own.
  if (above && name !== null) chunks.set(name, `${chunks.get(name)}${above}`)
  else if (above) return null
  return chunks
}

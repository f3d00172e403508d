import { z } from 'zod'
import type { NotRead } from './message.ts'

/** The files of an export: relative paths, and the text or fault of each. */
export interface ExportFiles {
  paths: readonly string[]
  read(path: string): { text: string } | { fault: string }
  progress: (words: string) => void
}

/** The valid entries of a file with a list; invalid ones are counted and reported. */
export function listIn<T>(files: ExportFiles, path: string, schema: z.ZodType<T>, unread: NotRead[]): T[] {
  const given = files.read(path)
  if ('fault' in given) {
    unread.push({ path, reason: given.fault })
    return []
  }
  const all = z.array(z.unknown()).safeParse(parsed(given.text))
  if (!all.success) {
    unread.push({ path, reason: 'It is no list in whole JSON.' })
    return []
  }
  const found = all.data.map((one) => schema.safeParse(one))
  const odd = found.filter(({ success }) => !success).length
  if (odd) unread.push({ path, reason: `${odd} of its ${found.length} entries could not be read; the rest was.` })
  return found.map(({ data }) => data).filter((one) => one !== undefined)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

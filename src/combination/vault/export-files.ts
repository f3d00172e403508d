import { z } from 'zod'
import { areaNamed, type HereIAm, id, line, readingAct } from '../../ba/index.ts'
import { asJson } from './as-json.ts'
import { asLlms } from './as-llms.ts'
import { asSite } from './as-site.ts'
import { asVault } from './as-vault.ts'
import { type Exporting, openExport } from './exporting.ts'
import type { PageFile, SourceFile } from './files-of-area.ts'

/** A file of an export: its path, and its text. */
export interface Exported {
  path: string
  text: string
}

/** A form of export: what it makes of each thing, and at the end of all. */
export interface Form {
  page: (here: HereIAm, page: PageFile, exporting: Exporting) => Promise<Exported[]>
  source: (here: HereIAm, source: SourceFile, exporting: Exporting) => Promise<Exported[]>
  end: (exporting: Exporting) => Exported[]
}

const forms: Record<'vault' | 'site' | 'json' | 'llms', Form> = {
  vault: asVault,
  site: asSite,
  json: asJson,
  llms: asLlms,
}

const AT_ONCE = 100
const LETTERS_AT_ONCE = 1_000_000
const END = '\uFFFF'

/** An area given out as files, a part at a time, as anybody in it may see it: what only I see of it is not there. */
export const exportFiles = readingAct({
  name: 'export-files',
  says: 'Gives the files of an area as a vault, a static site, JSON or llms.txt, a part at a time; a path that comes again goes on.',
  may: 'reader',
  heavy: 'long',
  input: z.object({
    as: z.enum(['vault', 'site', 'json', 'llms']),
    area: line(80).optional(),
    /** Only these pages and sources. */
    only: z.array(id).max(AT_ONCE).optional(),
    /** Where the part before ended. */
    after: z.string().max(2000).optional(),
  }),
  output: z.object({
    files: z.array(z.object({ path: z.string(), text: z.string(), id: z.string().nullable() })),
    next: z.string().nullable(),
  }),
  run: async (here, { as, area, only, after = '' }) => {
    const form = forms[as]
    const exporting = await openExport(here, areaNamed(here, area))
    const left = exporting.files.filter((one) => one.path > after && (!only || only.includes(one.id)))
    const files: (Exported & { id: string | null })[] = []
    let letters = 0
    for (const [n, one] of left.entries()) {
      if (n === AT_ONCE || letters > LETTERS_AT_ONCE) return { files, next: left[n - 1]?.path ?? null }
      const made = await (one.kind === 'page' ? form.page(here, one, exporting) : form.source(here, one, exporting))
      files.push(...made.map((file) => ({ ...file, id: one.id })))
      letters += made.reduce((sum, { text }) => sum + text.length, 0)
    }
    if (only) return { files, next: null }
    // What stands at the end comes by itself: it can be as large as a part.
    if (left.length > 0 && after !== END) return { files, next: END }
    return { files: form.end(exporting).map((file) => ({ ...file, id: null })), next: null }
  },
})

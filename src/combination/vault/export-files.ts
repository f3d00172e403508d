import { z } from 'zod'
import {
  areaNamed,
  byPart,
  clash,
  cursorAt,
  type HereIAm,
  id,
  line,
  next,
  notYours,
  pageRows,
  partOfText,
  reaches,
  readCursor,
  readingAct,
  textInParts,
} from '../../ba/index.ts'
import { editPage } from '../pages/index.ts'
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

/** A form of export: the files for a page, for a source, and at the end. */
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

const [MOST_NAMED, FILES_AT_ONCE, BYTES_AT_ONCE] = [100, 200, 160_000]
/** Sorts the closing files after every path. */
const END = '\uFFFF'

/** The cursor: a thing's path and mark, the index of its file, and the offset in it. */
type At = [path: string, mark: string, file: number, letters: number]

const exported = z.object({ path: z.string(), text: textInParts, id: z.string().nullable() })

/**
 * The act `export-files`: an area as files, in parts, as every member of it may see them; the
 * caller's private lines are left out.
 */
export const exportFiles = readingAct({
  name: 'export-files',
  says: 'Gives the files of an area as a vault, a static site, JSON or llms.txt, a part at a time; a path that comes again goes on.',
  may: 'reader',
  heavy: 'long',
  shows: ['page', 'source', 'topic', 'claim'],
  input: z.object({
    as: z.enum(['vault', 'site', 'json', 'llms']),
    area: line(80).optional(),
    /** With the comments of pages and documents, for whoever may edit them: a folder in step has them. */
    comments: z.boolean().optional(),
    /** Only these pages and sources. */
    only: z.array(id).max(MOST_NAMED).optional(),
    after: byPart.after,
  }),
  output: z.object({
    files: pageRows(exported),
    next,
  }),
  run: async (here, { as, area, only, comments, after }) => {
    if (comments && !reaches(here.me.role, editPage.may))
      throw notYours('Comments are for those who may edit.', 'Leave `comments` out.', 'comments')
    const exporting = await openExport(here, areaNamed(here, area), comments)
    const [path, mark, nth, letters]: At = after === undefined ? ['', '', 0, 0] : readCursor(after, ['', '', 0, 0])
    const files: z.output<typeof exported>[] = []
    let bytes = 0
    const things = thingsFrom(exporting, path, only)
    if (nth + letters > 0 && things[0]?.path !== path) throw clash('file')
    for (const thing of things) {
      const goesOn = thing.path === path && nth + letters > 0
      if (goesOn && thing.mark !== mark) throw clash('file')
      for (const [n, { path: to, text }] of (await filesOf(here, forms[as], thing, exporting)).entries()) {
        if (goesOn && n < nth) continue
        for (let at = goesOn && n === nth ? letters : 0; ; ) {
          const part = partOfText(text.slice(at), { mark: '', after: undefined })
          const size = Buffer.byteLength(JSON.stringify(part.text))
          if (files.length === FILES_AT_ONCE || (files.length > 0 && bytes + size > BYTES_AT_ONCE))
            return { files, next: cursorAt([thing.path, thing.mark, n, at] satisfies At) }
          files.push({ path: to, text: part.text, id: thing.id })
          bytes += size
          at += part.text.length
          if (part.next === null) break
        }
      }
    }
    return { files, next: null }
  },
})

type Thing = { path: string; mark: string; id: string | null; of: PageFile | SourceFile | null }

/** The things to export from a path on, and the closing files. */
function thingsFrom({ files }: Exporting, path: string, only: string[] | undefined): Thing[] {
  const asked = files.filter((one) => one.path >= path && (!only || only.includes(one.id)))
  const things = asked.map((of): Thing => ({ path: of.path, mark: of.mark, id: of.id, of }))
  return only ? things : [...things, { path: END, mark: '', id: null, of: null }]
}

async function filesOf(here: HereIAm, form: Form, { of }: Thing, exporting: Exporting): Promise<Exported[]> {
  if (of === null) return form.end(exporting)
  return of.kind === 'page' ? form.page(here, of, exporting) : form.source(here, of, exporting)
}

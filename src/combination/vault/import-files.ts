import { z } from 'zod'
import {
  type Area,
  areaNamed,
  canBeKept,
  type HereIAm,
  id,
  line,
  type Need,
  Refusal,
  text,
  Unprepared,
  writingAct,
} from '../../ba/index.ts'
import { asideOf, MOST_PAGE, MOST_SOURCE, originalsOf } from '../../text/index.ts'
import { importSource, isDocument } from '../documents/index.ts'
import { broughtAs, needsRendering } from '../pages/index.ts'
import { importedHtml, isHtml } from './import-html.ts'
import { importedPage } from './import-page-file.ts'
import { becomes, namesOfFile, sourceName, sourceOf } from './page-file.ts'

/** Two million characters of four bytes each, as base64. */
const MOST_HTML = 11_000_000

const file = z.object({
  /** Its path below the folder or zip. */
  path: text(1000),
  text: z.string().max(MOST_SOURCE, 'is longer than 2000000 characters'),
  /** The text that was last in step. */
  was: z.string().max(MOST_SOURCE).optional(),
  /** The compiler's base, from the sidecar of an export. */
  base: z.string().max(MOST_PAGE).optional(),
  /** The topic or source it was last in step with. */
  id: id.optional(),
  /** HTML converted by the client, with its original bytes. */
  read: z
    .object({
      title: z.string().max(2000).nullable(),
      text: text(MOST_SOURCE),
      bytes: z.base64().min(4).max(MOST_HTML),
    })
    .optional(),
})

/** One file of a vault, to be imported. */
export type FileToImport = z.output<typeof file>

const came = z.object({
  path: z.string(),
  as: z.enum(['page', 'source', 'nothing']),
  is: z.enum(['new', 'same', 'merged', 'refused']),
  id: z.string().nullable(),
  /** A mark that changes with its content. */
  mark: z.string(),
  /** The present text, if it differs from the imported one. */
  text: z.string().nullable(),
  /** The name of a source. */
  name: z.string().nullable(),
  problem: z.string().nullable(),
})

/** The result for one file. */
export type ImportedFile = z.input<typeof came>

/**
 * The act `import-files`: imports files of a vault or a folder of documents in batches. HTML that
 * was not converted yet is read by a job. Importing a file twice changes nothing.
 */
export const importFiles = writingAct({
  name: 'import-files',
  says: 'Imports files of a vault or a folder of documents, some at a time: Markdown as pages, what is below sources/ and all else as sources.',
  may: 'keeper',
  input: z.object({
    files: z.array(file).min(1).max(100),
    from: z.string().max(200).optional(),
    area: line(80).optional(),
  }),
  output: z.object({ files: z.array(came).max(100) }),
  prepare: ({ files }) =>
    files
      .filter(({ path, text }) => becomes(path) === 'page' && canBeKept(text))
      .flatMap(({ path, text }) => needsRendering(text, () => namesOfFile(path, text).title)),
  run: async (here, { files, from = '', area: slug }) => {
    const area = areaNamed(here, slug)
    const imported: ImportedFile[] = []
    const needs: Need[] = []
    for (const one of files) {
      const came = await orRefused(one, needs, () => importOne(here, { ...one, from, area }, files))
      if (came) imported.push(came)
    }
    // The work that all files need is prepared at once; then the act runs again.
    if (needs.length > 0) throw new Unprepared(needs)
    return { files: imported }
  },
})

type ToImport = FileToImport & { from: string; area: Area }

async function importOne(here: HereIAm, one: ToImport, files: readonly FileToImport[]): Promise<ImportedFile> {
  const aside = await asideHere(here, one, files)
  if (aside) return { ...nothing(one), problem: aside }
  const as = becomes(one.path)
  if (as === 'page') return importedPage(here, one)
  return as === 'source' ? importedSource(here, one) : { ...nothing(one), is: 'same' }
}

/** Why a file is no page and no source; the one in step with a page is that page's. */
async function asideHere(here: HereIAm, one: ToImport, files: readonly FileToImport[]): Promise<string | null> {
  if (one.id !== undefined) return null
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  for (const path of originalsOf(one.path)) {
    const place = { space_id: here.space.id, area_id: one.area.id, brought_from: one.from, path }
    const markdown = texts.has(path) ? null : (await broughtAs(here.tx, place))?.markdown
    if (markdown) texts.set(path, markdown)
  }
  return asideOf(one.path, { isRead: isDocument, has: (path) => texts.has(path), text: (path) => texts.get(path) })
}

/** A refused file stops no other, since every refusal comes before a write. */
async function orRefused(
  one: FileToImport,
  needs: Need[],
  work: () => Promise<ImportedFile>,
): Promise<ImportedFile | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unprepared) return void needs.push(...error.needs)
    if (!(error instanceof Refusal)) throw error
    return { ...nothing(one), as: becomes(one.path), problem: `${error.problem} ${error.remedy}` }
  }
}

const nothing = ({ path }: FileToImport): ImportedFile => ({
  path,
  as: 'nothing',
  is: 'refused',
  id: null,
  mark: '',
  text: null,
  name: null,
  problem: null,
})

async function importedSource(here: HereIAm, one: FileToImport & { area: Area }): Promise<ImportedFile> {
  if (isHtml(one.path))
    return { ...nothing(one), as: 'source', ...(await importedHtml(here, { file: one, area: one.area })) }
  const name = sourceName(one.path)
  const { text: words, title } = sourceOf(one.path, one.text)
  const fits = importSource.input.safeParse({ name, text: words, area: one.area.slug, ...(title && { title }) })
  if (!fits.success) return { ...nothing(one), as: 'source', problem: 'It is empty or too long.' }
  const { source, name: kept, already } = await importSource.run(here, fits.data)
  return { ...nothing(one), as: 'source', is: already ? 'same' : 'new', id: source, name: kept }
}

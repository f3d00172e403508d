import { z } from 'zod'
import { type Area, areaNamed, type HereIAm, id, line, OPEN, Refusal, text, writingAct } from '../../ba/index.ts'
import { importSource, MOST_TEXT } from '../documents/index.ts'
import { importedHtml, isHtml } from './import-html.ts'
import { importedPage } from './import-page-file.ts'
import { becomes, sourceName, sourceOf } from './page-file.ts'

/** Two million characters that take four bytes each, as base64. */
const MOST_HTML = 11_000_000

const file = z.object({
  /** Its path below the folder or zip that it came from. */
  path: text(1000),
  text: z.string().max(2_000_000, 'is longer than 2000000 characters'),
  /** Its text when the two were last in step. */
  was: z.string().max(2_000_000).optional(),
  /** What the compiler wrote of it last, from the sidecar of an export. */
  base: z.string().max(500_000).optional(),
  /** The topic or source that it was last in step with. */
  id: id.optional(),
  /** HTML as it was read by whoever brings it, with its own bytes. */
  read: z
    .object({ title: z.string().max(2000).nullable(), text: text(MOST_TEXT), bytes: z.base64().min(4).max(MOST_HTML) })
    .optional(),
})

/** One file of a vault, to be brought. */
export type FileToBring = z.output<typeof file>

const came = z.object({
  path: z.string(),
  as: z.enum(['page', 'source', 'nothing']),
  is: z.enum(['new', 'same', 'merged', 'refused']),
  id: z.string().nullable(),
  /** What tells this state of it from the next. */
  mark: z.string(),
  /** What stands there now, where that is not what was brought. */
  text: z.string().nullable(),
  /** Of a source, the name that it has. */
  name: z.string().nullable(),
  problem: z.string().nullable(),
})

/** What became of one file. */
export type Came = z.input<typeof came>

/** Files of a vault, of Obsidian's, or of a folder of documents, some at a time; HTML that was not read yet is read soon after. The same brought twice is the same once. */
export const importFiles = writingAct({
  name: 'import-files',
  says: 'Takes in files of a vault or a folder of documents, some at a time: Markdown as pages, what is below sources/ and all else as sources.',
  may: 'keeper',
  input: z.object({
    files: z.array(file).min(1).max(100),
    from: z.string().max(200).optional(),
    area: line(80).optional(),
  }),
  output: z.object({ files: z.array(came) }),
  run: async (here, { files, from = '', area: slug }) => {
    const area = areaNamed(here, slug)
    const brought: Came[] = []
    for (const one of files) brought.push(await orRefused(one, () => bring(here, { ...one, from, area })))
    const fresh = brought.flatMap(({ as, is, id: topic }) => (as === 'page' && is === 'new' && topic ? topic : []))
    if (fresh.length > 0) combined(here, area.id, fresh)
    return { files: brought }
  },
})

async function bring(here: HereIAm, one: FileToBring & { from: string; area: Area }): Promise<Came> {
  const as = becomes(one.path)
  if (as === 'page') return importedPage(here, one)
  return as === 'source' ? importedSource(here, one) : { ...nothing(one), is: 'same' }
}

/** One that is refused holds up no other: everything that refuses does so before it writes. */
async function orRefused(one: FileToBring, work: () => Promise<Came>): Promise<Came> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...nothing(one), as: becomes(one.path), problem: `${error.problem} ${error.remedy}` }
  }
}

const nothing = ({ path }: FileToBring): Came => ({
  path,
  as: 'nothing',
  is: 'refused',
  id: null,
  mark: '',
  text: null,
  name: null,
  problem: null,
})

async function importedSource(here: HereIAm, one: FileToBring & { area: Area }): Promise<Came> {
  if (isHtml(one.path))
    return { ...nothing(one), as: 'source', ...(await importedHtml(here, { file: one, area: one.area })) }
  const name = sourceName(one.path)
  const { text: words, title } = sourceOf(one.path, one.text)
  const fits = importSource.input.safeParse({ name, text: words, area: one.area.slug, ...(title && { title }) })
  if (!fits.success) return { ...nothing(one), as: 'source', problem: 'It is empty or too long.' }
  const { source, name: kept, already } = await importSource.run(here, fits.data)
  return { ...nothing(one), as: 'source', is: already ? 'same' : 'new', id: source, name: kept }
}

const combined = (here: HereIAm, area: string, topics: string[]) =>
  here.converts({
    mode: 'combination',
    area,
    from: here.me.id,
    with: null,
    topics,
    level: area === OPEN ? 'organisation' : 'group',
    causes: [],
  })

import type { z } from 'zod'
import type { Perform } from '../../ba/index.ts'
import { exportFiles, importFiles, listFiles, readHtmlHere } from '../../combination/index.ts'

/** Access to a space for folder commands, through its acts. */
export interface Reach {
  perform: Perform
  space: string
  area?: string | undefined
  newKey: () => string
}

type Listed = z.output<typeof listFiles.output>
type Part = z.output<typeof exportFiles.output>
type Form = z.input<typeof exportFiles.input>['as']
type Taken = z.input<typeof importFiles.input>['files'][number]
/** A file to import; with bytes if it must be converted here first. */
export type ToImport = Omit<Taken, 'read'> & { bytes?: Uint8Array }
/** The result for a file. */
export type ImportedFile = z.output<typeof importFiles.output>['files'][number]

/** Lists the files of an area; if the list changes meanwhile, it is read again. */
export async function listed(reach: Reach, seen?: string): Promise<Omit<Listed, 'next'>> {
  for (;;) {
    const first = (await asked(reach, listFiles, { most: 200, ...(seen !== undefined && { seen }) })) as Listed
    const files = [...first.files]
    let page = first
    while (page.next !== null && page.mark === first.mark) {
      page = (await asked(reach, listFiles, { most: 200, after: page.next })) as Listed
      files.push(...page.files)
    }
    if (page.mark === first.mark) return { ...first, files }
  }
}

/** Reads the files of an export; parts with the same path are joined. */
export async function* exported(
  reach: Reach,
  as: Form,
  { only, comments }: { only?: string[]; comments?: true } = {},
): AsyncGenerator<Part['files'][number]> {
  let file: Part['files'][number] | undefined
  for (let after: string | null | undefined; after !== null; ) {
    const part = (await asked(reach, exportFiles, {
      as,
      ...(after && { after }),
      ...(only && { only }),
      ...(comments && { comments }),
    })) as Part
    for (const one of part.files) {
      if (file?.path === one.path && file.id === one.id) file.text += one.text
      else {
        if (file) yield file
        file = { ...one }
      }
    }
    after = part.next
  }
  if (file) yield file
}

const asked = ({ perform, space, area }: Reach, act: Parameters<Perform>[0]['act'], input: object) =>
  perform({ act, space, input: { ...input, ...(area && { area }) }, by: 'folder-owner', door: 'cli' })

const [FILES_AT_ONCE, BYTES_AT_ONCE] = [25, 1_500_000]
/** The most bytes per request, with a margin. */
const MOST_BYTES = 8_000_000
const REFUSED = {
  ...{ as: 'nothing', is: 'refused', id: null, mark: '', text: null, name: null },
  problem: 'It is too much for one request. Make several of it.',
} satisfies Omit<ImportedFile, 'path'>

/** Imports files in small batches, so that nobody else waits long, and yields each result. */
export async function* importing(
  reach: Reach,
  from: string,
  files: Iterable<ToImport>,
): AsyncGenerator<[ToImport, ImportedFile]> {
  let some: ToImport[] = []
  let bytes = 0
  for (const file of files) {
    const { bytes: given, ...rest } = file
    // Bytes are sent as base64, with the converted text.
    const size = given ? 3 * given.length : Buffer.byteLength(JSON.stringify(rest))
    if (size > MOST_BYTES) {
      yield [file, { ...REFUSED, path: file.path }]
      continue
    }
    if (some.length === FILES_AT_ONCE || (some.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield* await importSome(reach, from, some)
      ;[some, bytes] = [[], 0]
    }
    some.push(file)
    bytes += size
  }
  if (some.length > 0) yield* await importSome(reach, from, some)
}

async function importSome({ perform, space, area, newKey }: Reach, from: string, some: ToImport[]) {
  const read: ({ file: ToImport } & Awaited<ReturnType<typeof asTaken>>)[] = []
  for (const file of some) read.push({ file, ...(await asTaken(file)) })
  const files = read.flatMap(({ taken }) => taken ?? [])
  const input = { files, from: from.slice(0, 200), ...(area && { area }) }
  const call = { act: importFiles, space, input, by: 'folder-owner' as const, door: 'cli', key: newKey() }
  const came = files.length > 0 ? [...((await perform(call)).files as ImportedFile[])] : []
  return read.flatMap(({ file, taken, fault }): [ToImport, ImportedFile][] => {
    const one = taken ? came.shift() : { ...REFUSED, path: file.path, problem: fault ?? REFUSED.problem }
    return one ? [[file, one]] : []
  })
}

/**
 * HTML is converted before it is sent, by the same reader as elsewhere, since an act does no long
 * work.
 */
async function asTaken({ bytes, ...file }: ToImport): Promise<{ taken?: Taken; fault?: string }> {
  if (!bytes) return { taken: file }
  const outcome = await readHtmlHere(bytes)
  if ('fault' in outcome) return { fault: outcome.fault }
  const { title, text } = outcome.read
  const read = { title: title?.slice(0, 2000) ?? null, text, bytes: Buffer.from(bytes).toString('base64') }
  return { taken: { ...file, text: '', read } }
}

import { z } from 'zod'
import {
  byPart,
  clash,
  cursorAt,
  type HereIAm,
  line,
  next,
  orAbsent,
  readCursor,
  readingAct,
} from '../../../ba/index.ts'
import { earlierVersion, FILE_AT_ONCE, fileById, filePart } from '../../../knowledge/index.ts'
import { documentNamed } from './import-source.ts'

/** The act `source-file`: a document as it was given, byte for byte. */
export const sourceFile = readingAct({
  name: 'source-file',
  says: 'Gives a document back as it was brought, byte for byte, a part at a time; or an earlier version of it.',
  may: 'reader',
  file: true,
  shows: ['source'],
  input: z.object({ source: line(100), version: z.int().min(1).optional(), after: byPart.after }),
  output: z.object({
    name: z.string(),
    mediaType: z.string(),
    /** Base64 of a part; all parts concatenated are the base64 of the whole. */
    bytes: z
      .string()
      .max((FILE_AT_ONCE / 3) * 4)
      .meta({ 'x-goes-on': true }),
    next,
  }),
  run: async (here, { source: ref, version, after }) => {
    const { tx, space } = here
    const source = await documentNamed(here, ref)
    const meant = await versionMeant(here, source, version)
    const file = meant.file_id ? await fileById(tx, space.id, meant.file_id) : undefined
    const [of, from] = after === undefined ? [meant.hash, 0] : readCursor(after, [meant.hash, 0])
    if (of !== meant.hash || from % FILE_AT_ONCE !== 0) throw clash('document')
    const whole = file ? undefined : Buffer.from(meant.text)
    const more = from + FILE_AT_ONCE < (whole?.length ?? file?.size ?? 0)
    return {
      name: file?.name ?? source.name.split('/').at(-1) ?? source.name,
      mediaType: file?.media_type ?? 'text/plain; charset=utf-8',
      bytes: file
        ? await filePart(tx, space.id, file.id, from)
        : (whole?.subarray(from, from + FILE_AT_ONCE).toString('base64') ?? ''),
      next: more ? cursorAt([meant.hash, from + FILE_AT_ONCE]) : null,
    }
  },
})

type Versioned = {
  id: string
  version: number | null
  text: string
  hash: string
  file_id: string | null
  pages: string | null
}

/** The requested version of a source, or its present one. */
export async function versionMeant(
  { tx, space }: Pick<HereIAm, 'tx' | 'space'>,
  source: Versioned & { at: string },
  version: number | undefined,
) {
  if (version === undefined || version === (source.version ?? 1)) return source
  return orAbsent(await earlierVersion(tx, space.id, source.id, version), 'version', 'version')
}

import { z } from 'zod'
import { type HereIAm, line, orAbsent, readingAct } from '../../../ba/index.ts'
import { earlierVersion, fileById, fileBytes } from '../../../knowledge/index.ts'
import { documentNamed } from './import-source.ts'

/** A document as it was given, byte for byte; what was given as text is given back as text. */
export const sourceFile = readingAct({
  name: 'source-file',
  says: 'Gives a document back as it was brought, byte for byte, or an earlier version of it.',
  may: 'reader',
  file: true,
  input: z.object({ source: line(100), version: z.int().min(1).optional() }),
  output: z.object({ name: z.string(), mediaType: z.string(), bytes: z.string() }),
  run: async (here, { source: ref, version }) => {
    const { tx, space } = here
    const source = await documentNamed(here, ref)
    const meant = await versionMeant(here, source, version)
    const file = meant.file_id ? await fileById(tx, space.id, meant.file_id) : undefined
    if (file) return { name: file.name, mediaType: file.media_type, bytes: await fileBytes(tx, space.id, file.id) }
    const bytes = Buffer.from(meant.text).toString('base64')
    return { name: source.name.split('/').at(-1) ?? source.name, mediaType: 'text/plain; charset=utf-8', bytes }
  },
})

type Versioned = { id: string; version: number | null; text: string; file_id: string | null; pages: string | null }

/** The version that is asked for, or the one that a source has now. */
export async function versionMeant(
  { tx, space }: Pick<HereIAm, 'tx' | 'space'>,
  source: Versioned & { at: string },
  version: number | undefined,
) {
  if (version === undefined || version === (source.version ?? 1)) return source
  return orAbsent(await earlierVersion(tx, space.id, source.id, version), 'version', 'version')
}

import { z } from 'zod'
import { areaNamed, type HereIAm, line, orAbsent, text, writingAct } from '../../../ba/index.ts'
import { sourceById } from '../../../knowledge/index.ts'
import { MOST_SOURCE } from '../../../text/index.ts'
import { keepNewVersion, keepSource, refuseBadName } from './keep-source.ts'

/**
 * The act `import-source`: keeps a text as a source that pages cite by line. The same text twice is
 * one source.
 */
export const importSource = writingAct({
  name: 'import-source',
  says: 'Imports a text as a source that pages can cite by line, or, with `replaces`, as the new version of one.',
  may: 'keeper',
  tool: 'of-all',
  input: z.object({
    name: line(200),
    title: line(200).optional(),
    text: text(MOST_SOURCE),
    origin: line(500).optional(),
    area: line(80).optional(),
    replaces: line(100).optional(),
  }),
  output: z.object({ source: z.string(), name: z.string(), already: z.boolean() }),
  run: async (here, { name, title = null, text, origin = null, area, replaces }) => {
    refuseBadName(name)
    const near = [...here.areas.keys()]
    const given = { area: areaNamed(here, area).id, name, title, text, origin, by: here.me.id, near }
    if (replaces === undefined) return keepSource(here, given)
    const old = await documentNamed(here, replaces, 'replaces')
    return keepNewVersion(here, old.id, { ...given, area: old.area_id })
  },
})

/**
 * Finds a document that the caller may see; answers and stories are refused, since they have no
 * versions.
 */
export async function documentNamed({ tx, space, areas }: HereIAm, id: string, field = 'source') {
  const source = await sourceById(tx, space.id, id)
  return orAbsent(source?.kind === 'file' && areas.has(source.area_id) ? source : undefined, field, 'source')
}

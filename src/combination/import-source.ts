import { createHash } from 'node:crypto'
import { z } from 'zod'
import { areaNamed, freeSlug, line, text, unfit, writingAct } from '../ba/index.ts'
import { addSource, sourceByName } from '../knowledge/index.ts'
import { wishReading } from './read-sources.ts'

/** Below `sources/`, never out of it; nothing that another system could not hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
const BAD_NAME = /(^|\/)\.{1,2}(\/|$)|^\/|\\|[\x00-\x1f<>:"|?*^,[\]]/

/** A document taken in as it is, for pages to cite by line. The same text twice is one source. */
export const importSource = writingAct({
  name: 'import-source',
  says: 'Takes in a document as a source that pages can cite by line.',
  may: 'keeper',
  input: z.object({
    name: line(200),
    title: line(200).optional(),
    text: text(2_000_000),
    origin: line(500).optional(),
    area: line(80).optional(),
  }),
  output: z.object({ source: z.string(), name: z.string(), already: z.boolean() }),
  run: async (here, given) => {
    const { tx, space, me, now, newId, about } = here
    if (BAD_NAME.test(given.name)) {
      throw unfit('name', 'It is not the name of a file below sources/.', 'Use one like runbook.md or edge/runbook.md.')
    }
    const area = areaNamed(here, given.area).id
    const hash = createHash('sha256').update(given.text).digest('hex')
    const [, stem = given.name, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(given.name) ?? []
    let already: string | undefined
    const free = await freeSlug(stem, async (tried) => {
      const taken = await sourceByName(tx, space.id, area, tried + ending)
      if (taken?.hash === hash) already = taken.id
      return taken !== undefined && taken.hash !== hash
    })
    const name = free + ending
    if (already) return { source: already, name, already: true }
    const source = newId()
    await addSource(tx, {
      space_id: space.id,
      id: source,
      area_id: area,
      name,
      title: given.title ?? name,
      origin: given.origin ?? null,
      kind: 'file',
      text: given.text,
      hash,
      speaker_id: null,
      question_id: null,
      brought_by: me.id,
      at: now,
    })
    await wishReading(here, area)
    about({ source })
    return { source, name, already: false }
  },
})

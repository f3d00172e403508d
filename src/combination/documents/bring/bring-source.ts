import { z } from 'zod'
import { areaNamed, type HereIAm, line, onlyFor, unfit, writingAct } from '../../../ba/index.ts'
import { sourceByAddress } from '../../../knowledge/index.ts'
import { MOST_FILE_BYTES } from '../../../text/index.ts'
import { addressRead } from '../fetching/address.ts'
import { documentNamed } from '../sources/import-source.ts'
import { refuseBadName } from '../sources/keep-source.ts'
import { beginArrival, bytesSent, wishToBring } from './arrival.ts'
import { keepArrivalPart } from './arrival-rows.ts'

const MOST_PARTS = Math.ceil(MOST_FILE_BYTES / (4 * 1024 * 1024))

/**
 * The act `bring-source`: stores a file or an address, and leaves reading to a job; `list-arrivals`
 * shows its progress.
 */
export const bringSource = writingAct({
  name: 'bring-source',
  says: 'Brings a document to be kept as it is and read: a file (Markdown, text, HTML, PDF or Word; up to 20 MiB, further parts by send-source-part), or the address of one.',
  may: 'keeper',
  input: z.object({
    name: line(200).optional(),
    title: line(200).optional(),
    bytes: bytesSent.optional(),
    /** The number of parts; the first one is in `bytes`. */
    parts: z.int().min(1).max(MOST_PARTS, `is more than ${MOST_PARTS}: a document has 20 MiB at most`).optional(),
    address: line(2000).optional(),
    area: line(80).optional(),
    /** The source of which this is a new version. */
    replaces: line(100).optional(),
  }),
  output: z.object({ arrival: z.string() }),
  run: async (here, { name, title = null, bytes, parts = 1, address, area, replaces }) => {
    const { tx, space, me, changed } = here
    if ((bytes === undefined) === (address === undefined))
      throw unfit('bytes', 'One is needed: bytes, or an address.', 'Send a file’s bytes with its name, or an address.')
    if (bytes !== undefined && name === undefined)
      throw unfit('name', 'The file has no name.', 'Name it, like runbook.pdf.')
    if (name) refuseBadName(name)
    const old = replaces === undefined ? null : await documentNamed(here, replaces, 'replaces')
    const area_id = old?.area_id ?? areaNamed(here, area).id
    const href = address === undefined ? null : addressRead(address)
    const arrival = await beginArrival(here, {
      area_id,
      name: name ?? href ?? '',
      title,
      address: href,
      replaces: old?.id ?? (href && (await sourceFrom(here, area_id, href))),
      parts,
    })
    if (bytes) await keepArrivalPart(tx, { space_id: space.id, arrival_id: arrival, part: 0, bytes }, me.id)
    if (href || parts === 1) await wishToBring(here, arrival)
    changed({ arrival }, onlyFor(me.id))
    return { arrival }
  },
})

/** The source brought from this address before, of which this becomes a new version. */
const sourceFrom = async ({ tx, space }: HereIAm, area: string, address: string) =>
  (await sourceByAddress(tx, space.id, area, address))?.id ?? null

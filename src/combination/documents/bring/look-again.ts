import { z } from 'zod'
import { type HereIAm, id, onlyFor, unfit, writingAct } from '../../../ba/index.ts'
import { documentNamed } from '../sources/import-source.ts'
import { arrivalNamed, beginArrival, wishToBring } from './arrival.ts'

/**
 * The act `look-again`: fetches the address of a source again (changed content becomes a new
 * version), or retries an address that could not be fetched.
 */
export const lookAgain = writingAct({
  name: 'look-again',
  says: 'Fetches the address of a source, or of an arrival that could not be fetched, again; what says something else is a new version.',
  may: 'keeper',
  input: z.object({ source: id.optional(), arrival: id.optional() }),
  output: z.object({ arrival: z.string() }),
  run: async (here, { source, arrival }) => {
    if ((source === undefined) === (arrival === undefined))
      throw unfit('source', 'One is needed: a source, or an arrival.', 'Name the one to look at again.')
    const again = arrival === undefined ? await arrivalFor(here, source ?? '') : (await tried(here, arrival)).id
    await wishToBring(here, again)
    here.changed({ arrival: again }, onlyFor(here.me.id))
    return { arrival: again }
  },
})

const NO_ADDRESS = 'It came from no address.'

async function tried(here: HereIAm, ref: string) {
  const arrival = await arrivalNamed(here, ref)
  if (arrival.address === null) throw unfit('arrival', NO_ADDRESS, 'Bring the file again.')
  if (arrival.source_id) throw unfit('arrival', 'It has come in.', 'Look at its source again.')
  return arrival
}

async function arrivalFor(here: HereIAm, ref: string): Promise<string> {
  const source = await documentNamed(here, ref)
  if (source.address === null) throw unfit('source', NO_ADDRESS, 'Bring its new version as a file.')
  const { area_id, address, id: replaces } = source
  return beginArrival(here, { area_id, name: address, title: null, address, replaces, parts: 1 })
}

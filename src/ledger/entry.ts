import {
  type Change,
  type Conversion,
  type Entry,
  type Here,
  inArea,
  listed,
  takeSeq,
  Unprepared,
} from '../ba/index.ts'
import type { Tx } from '../store/index.ts'
import { keepConversion } from './conversion-rows.ts'
import { keepEntry } from './journal-rows.ts'

type Context = Pick<Here, 'tx' | 'space' | 'newId'> & Partial<Pick<Here, 'prepared' | 'keeps'>>

/** Used without a `prepared` function: costly work is refused, so that it is prepared first. */
const nothingPrepared: Here['prepared'] = (costly, input) => {
  throw new Unprepared([{ costly, input }])
}

/**
 * Runs work on a space, then writes the journal entry with its changes and conversions. The journal
 * number is taken last, so that the space's row is locked as briefly as possible.
 */
export async function recordAs<T>(context: Context, entry: Entry, work: (here: Here) => Promise<T>): Promise<T> {
  const { tx, space, newId, prepared = nothingPrepared, keeps } = context
  const changes: Change[] = []
  const conversions: { id: string; conversion: Conversion }[] = []
  let by = entry.by
  const result = await work({
    tx,
    space,
    newId,
    prepared,
    ...(keeps && { keeps }),
    now: entry.now,
    changed: (nouns, to) => void changes.push({ nouns: listed(nouns), to }),
    unsigned: () => {
      by = null
    },
    converts: (conversion) => {
      const id = newId()
      conversions.push({ id, conversion })
      changes.push({ nouns: { conversion: [id] }, to: inArea(conversion.area, ...conversion.topics) })
      return id
    },
  })
  const seq = await takeSeq(tx, space.id)
  for (const { id, conversion } of conversions) await keep(tx, space.id, seq, id, conversion, entry.now)
  // Others read this id: ordered ids would let them count the entries in between.
  const id = newId('unordered')
  await keepEntry(tx, {
    space_id: space.id,
    seq,
    id,
    act: entry.act,
    by_person: by,
    door: entry.door,
    changed: JSON.stringify(changes),
    at: entry.now,
  })
  keeps?.({ id, changes })
  return result
}

/**
 * The number of the rule by which conversions are counted: rule 2 is described in
 * docs/decisions/what-counts.md.
 */
const RULE = 2

const keep = (tx: Tx, space: string, seq: number, id: string, conversion: Conversion, now: string) => {
  const { mode, area, level, at = now, parts, topics, causes } = conversion
  return keepConversion(
    tx,
    { space_id: space, id, seq, mode, area_id: area, level, at, rule: RULE },
    { parts, topics: [...new Set(topics)], causes: [...new Map(causes.map((cause) => [cause.of, cause])).values()] },
  )
}

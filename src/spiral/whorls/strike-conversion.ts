import { z } from 'zod'
import { type HereIAm, id, inArea, notYours, orAbsent, reaches, writingAct } from '../../ba/index.ts'
import { doingChanged, doingsThatBecame, strikeDoing } from '../../internalisation/index.ts'
import { evidenceChanged, questionNotShown, strikeEvidence } from '../../knowledge/index.ts'
import { type Converted, conversionsById, keepStrike, partsOf, topicsOf } from '../../ledger/index.ts'
import { callOffShowing, showingChanged, showingsThatBecame } from '../../socialisation/index.ts'

/** The reasons for striking a conversion; a fixed list, since the ledger holds no words. */
const strikeWhys = ['did-not-happen', 'happened-otherwise', 'counted-twice'] as const

/**
 * The act `strike-conversion`. The ledger is append-only: a struck conversion stays, and counts no
 * more, nor does the evidence that came of it.
 */
export const strikeConversion = writingAct({
  name: 'strike-conversion',
  says: 'Strikes something that you took part in from what counts: it did not happen, or not so, or is there twice.',
  may: 'member',
  input: z.object({ conversion: id, why: z.enum(strikeWhys) }),
  output: z.object({}),
  run: async (here, { conversion: given, why }) => {
    const { tx, space, me, areas, now } = here
    const [found] = await conversionsById(tx, space.id, [given])
    const conversion = orAbsent(found && areas.has(found.area_id) ? found : undefined, 'conversion', 'conversion')
    const parts = await partsOf(tx, space.id, [conversion.id])
    const tookPart = parts.some(({ person_id }) => person_id === me.id)
    // A compiled page has no person behind it; a keeper may strike its conversion.
    if (!tookPart && !(parts.length === 0 && reaches(me.role, 'keeper')))
      throw notYours('Only those who took part may strike it.', 'Ask one of them.')
    if (conversion.struckAt !== null) return {}
    await keepStrike(tx, { space_id: space.id, conversion_id: conversion.id, by_person: me.id, why, at: now })
    const topics = (await topicsOf(tx, space.id, [conversion.id])).map(({ topic_id }) => topic_id)
    here.changed({ conversion: conversion.id }, inArea(conversion.area_id, ...topics))
    await strikeWhatCameOf(here, conversion, topics)
    return {}
  },
})

/** Strikes the evidence of a showing or doing, which can then be reported again. */
async function strikeWhatCameOf(here: HereIAm, { id, area_id }: Converted, topics: string[]): Promise<void> {
  const { tx, space, now } = here
  if (topics.length === 0) return
  const showings = await showingsThatBecame(tx, space.id, topics, id)
  for (const showing of showings) {
    await callOffShowing(tx, space.id, showing.id, now)
    showingChanged(here, showing)
    if (await questionNotShown(tx, space.id, showing.question_id, id))
      here.changed({ question: showing.question_id }, inArea(area_id, showing.topic_id))
  }
  const doings = await doingsThatBecame(tx, space.id, topics, id)
  for (const doing of doings) {
    await strikeDoing(tx, space.id, doing.id, now)
    doingChanged(here, doing)
  }
  const reasons = [...showings, ...doings].map((reason) => reason.id)
  for (const row of await strikeEvidence(tx, space.id, reasons, now)) evidenceChanged(here, row)
}

import { z } from 'zod'
import { id, inArea, notYours, orAbsent, reaches, writingAct } from '../ba/index.ts'
import { conversionsById, partsOf, strikeConversion as strike, topicsOf } from './conversion-rows.ts'

/** Why a conversion may be struck: no words, since the ledger holds none. */
const strikeWhys = ['did-not-happen', 'happened-otherwise', 'counted-twice'] as const

/** It stands in the ledger for good, as it only grows; struck, it counts in nothing any more. */
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
    // A page put together by itself is nobody's doing: whoever keeps the room may say that it was none.
    if (!tookPart && !(parts.length === 0 && reaches(me.role, 'keeper')))
      throw notYours('Only those who took part may strike it.', 'Ask one of them.')
    if (conversion.struckAt !== null) return {}
    await strike(tx, { space_id: space.id, conversion_id: conversion.id, by_person: me.id, why, at: now })
    const topics = (await topicsOf(tx, space.id, [conversion.id])).map(({ topic_id }) => topic_id)
    here.changed({ conversion: conversion.id }, inArea(conversion.area_id, ...topics))
    return {}
  },
})

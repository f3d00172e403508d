import { z } from 'zod'
import { type HereIAm, id, inArea, orAbsent, writingAct } from '../ba/index.ts'
import { evidenceById, setStanding } from './evidence-rows.ts'

const input = z.object({ evidence: id })
const output = z.object({})

/** Releases a piece of evidence about the caller to others. */
export const letStand = writingAct({
  name: 'let-stand',
  says: 'Lets others see one good fact about you.',
  may: 'reader',
  input,
  output,
  run: (here, { evidence }) => setRelease(here, evidence, here.now),
})

/** Makes a piece of evidence about the caller private again. */
export const takeBack = writingAct({
  name: 'take-back',
  says: 'Takes back one fact about you, so that others no longer see it.',
  may: 'reader',
  input,
  output,
  run: (here, { evidence }) => setRelease(here, evidence, null),
})

async function setRelease({ tx, space, me, changed }: HereIAm, evidence: string, at: string | null) {
  const row = await evidenceById(tx, space.id, evidence)
  const mine = orAbsent(row?.person_id === me.id ? row : undefined, 'evidence', 'fact about you')
  await setStanding(tx, space.id, evidence, at)
  // Others start or stop seeing it.
  changed({ evidence }, inArea(mine.area_id, mine.topic_id))
  return {}
}

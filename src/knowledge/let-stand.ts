import { z } from 'zod'
import { type HereIAm, id, inArea, orAbsent, writingAct } from '../ba/index.ts'
import { evidenceById, setStanding } from './evidence-rows.ts'

const input = z.object({ evidence: id })
const output = z.object({})

/** Others may see this of me. */
export const letStand = writingAct({
  name: 'let-stand',
  says: 'Lets others see one good fact about you.',
  may: 'reader',
  input,
  output,
  run: (here, { evidence }) => stand(here, evidence, here.now),
})

/** Others no longer see this of me. */
export const takeBack = writingAct({
  name: 'take-back',
  says: 'Takes back one fact about you, so that others no longer see it.',
  may: 'reader',
  input,
  output,
  run: (here, { evidence }) => stand(here, evidence, null),
})

async function stand({ tx, space, me, changed }: HereIAm, evidence: string, at: string | null) {
  const row = await evidenceById(tx, space.id, evidence)
  const mine = orAbsent(row?.person_id === me.id ? row : undefined, 'evidence', 'fact about you')
  await setStanding(tx, space.id, evidence, at)
  // Others see it from now on, or no longer.
  changed({ evidence }, inArea(mine.area_id, mine.topic_id))
  return {}
}

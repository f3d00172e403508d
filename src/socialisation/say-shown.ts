import { z } from 'zod'
import { type HereIAm, id, inArea, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { addEvidence, evidenceChanged, type NewEvidence, questionById, questionShown } from '../knowledge/index.ts'
import { showingChanged } from './showing.ts'
import { callOffShowing, keepSaid, type Showing, showingById } from './showing-rows.ts'

/** Confirms a showing. It is socialisation only once both people have confirmed. */
export const sayShown = writingAct({
  name: 'say-shown',
  says: 'Says that you showed somebody, or were shown; it counts when both have said so.',
  may: 'member',
  input: z.object({ showing: id }),
  output: z.object({ both: z.boolean() }),
  run: async (here, { showing: showingId }) => {
    const showing = await myShowing(here, showingId)
    const showerSaid = showing.shower_said_at ?? (showing.shower === here.me.id ? here.now : null)
    const shownSaid = showing.shown_said_at ?? (showing.shown === here.me.id ? here.now : null)
    const both = showerSaid !== null && shownSaid !== null
    const conversion = showing.conversion ?? (both ? await shownTogether(here, showing) : null)
    await keepSaid(here.tx, {
      space_id: here.space.id,
      id: showing.id,
      shower_said_at: showerSaid,
      shown_said_at: shownSaid,
      conversion,
    })
    showingChanged(here, showing)
    return { both }
  },
})

/** Calls a showing off; nothing is held against anybody. */
export const callOff = writingAct({
  name: 'call-off',
  says: 'Says that a showing did not come about.',
  may: 'member',
  input: z.object({ showing: id }),
  output: z.object({}),
  run: async (here, { showing: showingId }) => {
    const showing = await myShowing(here, showingId)
    if (showing.conversion) throw unfit('showing', 'You have both said that it happened.', 'Let it stand.')
    await callOffShowing(here.tx, here.space.id, showing.id, here.now)
    showingChanged(here, showing)
    return {}
  },
})

async function myShowing(here: HereIAm, id: string): Promise<Showing> {
  const showing = await showingById(here.tx, here.space.id, id)
  const mine =
    showing && here.areas.has(showing.area_id) && [showing.shower, showing.shown].includes(here.me.id)
      ? showing
      : undefined
  return orAbsent(mine?.called_off_at === null ? mine : undefined, 'showing', 'showing of yours')
}

/** Records the socialisation; an earlier answer to the same question is its cause. */
async function shownTogether(here: HereIAm, showing: Showing): Promise<string> {
  const { tx, space, now, newId, converts } = here
  const question = await questionById(tx, space.id, showing.question_id)
  const conversion = converts({
    mode: 'socialisation',
    area: showing.area_id,
    parts: [
      { person: showing.shower, how: 'showed' },
      { person: showing.shown, how: 'was-shown' },
    ],
    topics: [showing.topic_id],
    level: 'group',
    causes: question?.told_conversion ? [{ of: question.told_conversion, kind: 'question' }] : [],
  })
  await questionShown(tx, space.id, showing.question_id, conversion)
  here.changed({ question: showing.question_id }, inArea(showing.area_id, showing.topic_id))
  const evidence: NewEvidence = {
    space_id: space.id,
    id: newId(),
    area_id: showing.area_id,
    topic_id: showing.topic_id,
    person_id: showing.shower,
    kind: 'explained',
    with_person: showing.shown,
    at: now,
    stands_at: now,
    because: showing.id,
    about: { kind: 'question', id: showing.question_id },
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
  return conversion
}

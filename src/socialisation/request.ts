import { colleague, type HereIAm, onlyFor, orAbsent, unfit } from '../ba/index.ts'
import { evidenceOn } from '../knowledge/index.ts'
import { addRequest, reopenRequest, requestById, requestsOf } from './request-rows.ts'
import { worthAsking } from './worth-asking.ts'

type Asked = { question: string; topic: string; area: string; of: string; from: string }

/**
 * Asks one person to help with a question; a repeated request returns the first. Somebody who
 * declined is not asked again, and the asker gets the same answer, so they cannot tell.
 */
export async function newRequest(here: HereIAm, { question, topic, area, of, from }: Asked): Promise<string> {
  const { tx, space, now, newId, changed } = here
  const asked = of === from ? undefined : await colleagueOrMe(here, area, of)
  if (!asked) throw unfit('of', 'They are the one who asks.', 'Name somebody else.')
  const [earlier] = await requestsOf(tx, space.id, question, of)
  if (earlier && earlier.closed_at !== null && earlier.closed_as !== 'declined') {
    await reopenRequest(tx, space.id, earlier.id)
    changed({ request: earlier.id }, onlyFor(of, topic))
  }
  if (earlier) return earlier.id
  // The reason for asking this person, shown to them: a piece of evidence that they released.
  const reasons = (await evidenceOn(tx, space.id, topic)).filter(
    (row) => row.person_id === of && row.stands_at !== null,
  )
  const because = worthAsking(reasons, now)[0]?.reasons[0]?.id ?? null
  const id = newId()
  await addRequest(tx, {
    space_id: space.id,
    id,
    area_id: area,
    question_id: question,
    to_person: of,
    from_person: from,
    made_at: now,
    because,
    snoozed_until: null,
    closed_as: null,
    closed_at: null,
  })
  // Only the person asked is notified, so that the asker cannot see a refusal.
  changed({ request: id }, onlyFor(of, topic))
  return id
}

const colleagueOrMe = (here: HereIAm, area: string, person: string) =>
  person === here.me.id ? here.me : colleague(here, area, person, 'of')

/** Finds an open request to the caller. */
export async function myOpenRequest(here: HereIAm, id: string) {
  const request = await requestById(here.tx, here.space.id, id)
  const mine = request?.to_person === here.me.id && here.areas.has(request.area_id) ? request : undefined
  const found = orAbsent(mine, 'request', 'request to you')
  if (found.closed_at !== null)
    throw unfit('request', 'You have dealt with it already.', 'Look at Today for what is open.')
  return found
}

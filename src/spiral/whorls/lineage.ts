import { z } from 'zod'
import { byPage, id, next, pageOfList, pageRows, person, readingAct, rowsAfter, UPWARDS } from '../../ba/index.ts'
import {
  askerOf,
  type Claim,
  claimNamed,
  evidenceKinds,
  evidenceOn,
  maySeeEvidence,
  pageOf,
  questionById,
  showClaim,
  shownClaim,
  shownTopic,
  showReason,
  showTopicById,
  sourceById,
} from '../../knowledge/index.ts'
import { type Showing, showingsOf } from '../../socialisation/index.ts'

/** So many showings of its question are told. */
const SHOWN = 50

/** The promise of Whorl: from a sentence back to who said it and when, and forward to who remembers it and was seen doing it. */
export const lineage = readingAct({
  name: 'lineage',
  says: 'Follows a line back to the words it came from, and forward to who remembers it and was seen doing it.',
  may: 'reader',
  input: z.object({ claim: id, ...byPage }),
  output: z.object({
    claim: shownClaim,
    question: z.object({ words: z.string(), askedBy: person.nullable(), askedAt: z.string() }).nullable(),
    answeredAt: z.string(),
    shown: z.array(z.object({ by: person, to: person, at: z.string() })).max(SHOWN),
    pages: z.array(z.object({ topic: shownTopic, at: z.string() })).max(1),
    forward: pageRows(z.object({ person, kind: z.enum(evidenceKinds), at: z.string(), with: person.nullable() })),
    next,
  }),
  run: async (here, { claim: claimId, ...asked }) => {
    const { tx, space, me } = here
    const claim = await claimNamed(here, claimId)
    const question = claim.question_id ? await questionById(tx, space.id, claim.question_id) : undefined
    const page = claim.page_conversion
      ? await pageOf(tx, space.id, (await showTopicById(here, claim.topic_id)).id)
      : undefined
    const showings = question ? await showingsOf(tx, space.id, question.id) : []
    const evidence = (await evidenceOn(tx, space.id, claim.topic_id)).filter((row) => maySeeEvidence(row, me.id))
    const mayBeSeen = (showing: Showing) =>
      [showing.shower, showing.shown].includes(me.id) || evidence.some(({ because }) => because === showing.id)
    const came = evidence.filter((row) => row.kind !== 'explained' && cameOfIt(row, claim))
    const place = (row: (typeof came)[number]): [string, string] => [row.at, row.id]
    const forward = await pageOfList(asked, {
      from: UPWARDS,
      rows: rowsAfter(came, place),
      place,
      show: (row) => {
        const { kind, at, with: other } = showReason(row)
        return { person: { id: row.person_id, name: row.name }, kind, at, with: other }
      },
    })
    return {
      claim: await showClaim(here, claim),
      question: question
        ? {
            words: question.words,
            askedBy: askerOf(question),
            askedAt: question.asked_at,
          }
        : null,
      answeredAt: (await sourceById(tx, space.id, claim.source_id))?.at ?? claim.proposed_at,
      shown: showings
        .filter(mayBeSeen)
        .slice(0, SHOWN)
        .flatMap((one) =>
          one.conversion && one.shower_said_at && one.shown_said_at
            ? [
                {
                  by: { id: one.shower, name: one.showerName },
                  to: { id: one.shown, name: one.shownName },
                  at: [one.shower_said_at, one.shown_said_at].sort()[1] ?? '',
                },
              ]
            : [],
        ),
      pages: page ? [{ topic: await showTopicById(here, claim.topic_id), at: page.updated_at }] : [],
      forward: forward.rows,
      next: forward.next,
    }
  },
})

/** What others showed from the day on which it was said; what its speaker had done before led to it, not from it. */
const cameOfIt = (row: { person_id: string; at: string }, claim: Claim) =>
  row.person_id !== claim.speaker_id && row.at.slice(0, 10) >= claim.proposed_at.slice(0, 10)

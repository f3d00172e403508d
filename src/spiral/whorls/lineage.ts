import { z } from 'zod'
import { byPage, type HereIAm, id, next, pageOfList, pageRows, person, readingAct } from '../../ba/index.ts'
import {
  askerOf,
  type Claim,
  claimNamed,
  evidenceKinds,
  forwardOfLine,
  forwardOfTopic,
  helps,
  pageWithLine,
  questionById,
  showClaim,
  shownClaim,
  shownTopic,
  showReason,
  showTopicById,
  sourceById,
  speakerOf,
  standing,
} from '../../knowledge/index.ts'
import { type Showing, showingsOf } from '../../socialisation/index.ts'

/** The most showings listed for the claim's question. */
const SHOWN = 50

/** Evidence about the claim comes before evidence about its topic. */
const [LINE, TOPIC] = [0, 1]
/** The position: claim or topic, the moment, the id. */
type At = [of: number, at: string, id: string]

/** Evidence about a claim, or about its topic as a whole. */
const shownFact = z.object({
  person,
  kind: z.enum(evidenceKinds),
  at: z.string(),
  with: person.nullable(),
  help: z.enum(helps).nullable(),
  /** Whether the claim had an earlier wording then. */
  earlier: z.boolean(),
})

/**
 * The act `lineage`, the promise of Whorl: from a sentence back to who said it and when, and
 * forward to who remembers it, who explained it, who was seen doing it. Evidence about its topic as
 * a whole is listed apart.
 */
export const lineage = readingAct({
  name: 'lineage',
  says: 'Follows a line back to the words it came from, and forward to who remembers, explained and was seen doing it.',
  may: 'reader',
  tool: 'of-all',
  shows: ['claim', 'question', 'source', 'page', 'topic', 'evidence', 'showing', 'doing', 'exercise', 'community'],
  input: z.object({ claim: id, ...byPage }),
  output: z.object({
    claim: shownClaim,
    question: z.object({ words: z.string(), askedBy: person.nullable(), askedAt: z.string() }).nullable(),
    answeredAt: z.string(),
    shown: z.array(z.object({ by: person, to: person, at: z.string() })).max(SHOWN),
    pages: z.array(z.object({ topic: shownTopic, at: z.string() })).max(1),
    /** Evidence about this claim. */
    forward: pageRows(shownFact),
    /** Evidence about its topic as a whole, after all evidence about the claim. */
    onTopic: pageRows(shownFact),
    next,
  }),
  run: async (here, { claim: claimId, ...asked }) => {
    const { tx, space, me } = here
    const claim = await claimNamed(here, claimId)
    const question = claim.question_id ? await questionById(tx, space.id, claim.question_id) : undefined
    const topic = await showTopicById(here, claim.topic_id)
    const onPage = await pageWithLine(tx, space.id, topic.id, { name: claim.sourceName, line: claim.from_line })
    const showings = question ? await showingsOf(tx, space.id, question.id) : []
    const page = await pageOfList(asked, {
      from: [LINE, '', ''] as At,
      rows: (after, most) => cameAfter(here, claim, after, most),
      place: ({ of, row }): At => [of, row.at, row.id],
      show: ({ of, row }) => ({ of, fact: showFact(row) }),
    })
    const facts = (list: number) => page.rows.flatMap(({ of, fact }) => (of === list ? fact : []))
    const stands = await standing(
      tx,
      space.id,
      showings.map(({ id }) => id),
    )
    const mayBeSeen = (showing: Showing) => [showing.shower, showing.shown].includes(me.id) || stands.has(showing.id)
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
      pages: onPage ? [{ topic, at: onPage.updated_at }] : [],
      forward: facts(LINE),
      onTopic: facts(TOPIC),
      next: page.next,
    }
  },
})

type Evidence = Awaited<ReturnType<typeof forwardOfLine>>[number]

/**
 * Evidence after a position: about the claim first, then about its topic; from the day on which the
 * claim was said.
 */
async function cameAfter(here: HereIAm, claim: Claim, [of, at, id]: At, most: number) {
  const { tx, space, me } = here
  const from = { most, me: me.id, since: claim.proposed_at.slice(0, 10) }
  const onLine = of === LINE ? await forwardOfLine(tx, space.id, claim, { ...from, at, id }) : []
  const begun = of === TOPIC ? { at, id } : { at: '', id: '' }
  const left = { ...from, ...begun, most: most - onLine.length }
  // The speaker's own evidence on the topic led to the claim, so it is left out.
  const speaker = speakerOf(claim.voice)?.id
  const onTopic = left.most > 0 ? await forwardOfTopic(tx, space.id, claim.topic_id, speaker, left) : []
  return [...onLine.map((row) => ({ of: LINE, row })), ...onTopic.map((row) => ({ of: TOPIC, row }))]
}

const showFact = (row: Evidence): z.output<typeof shownFact> => {
  const { kind, at, with: other, help, earlier } = showReason(row)
  return { person: { id: row.person_id, name: row.name }, kind, at, with: other, help, earlier }
}

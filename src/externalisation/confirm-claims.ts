import { z } from 'zod'
import { type Conversion, clash, type HereIAm, id, inArea, unfit, writingAct } from '../ba/index.ts'
import {
  addEvidence,
  askerOf,
  type Claim,
  claimsOfSource,
  confirmClaimRow,
  evidenceChanged,
  evidenceOf,
  type NewEvidence,
  questionById,
  questionTold,
  tellsOfExperience,
} from '../knowledge/index.ts'
import { myClaim } from './my-claim.ts'

/** The speaker stands by these lines: from now on others see them. Where they tell of experience, it is externalisation. */
export const confirmClaims = writingAct({
  name: 'confirm-claims',
  says: 'Confirms lines that you said, so that others may see them.',
  may: 'member',
  input: z.object({
    claims: z
      .array(z.object({ id, version: z.int() }))
      .min(1, 'is empty')
      .max(100),
  }),
  output: z.object({}),
  run: async (here, { claims: given }) => {
    const bySource = new Map<string, { claim: Claim; version: number }[]>()
    for (const [index, { id, version }] of given.entries()) {
      const claim = await myClaim(here, id, `claims.${index}.id`)
      if (claim.confirmed_at !== null) continue
      bySource.set(claim.source_id, [...(bySource.get(claim.source_id) ?? []), { claim, version }])
    }
    if (bySource.size > 1)
      throw unfit('claims', 'They come from two answers or stories.', 'Confirm those of one at a time.')
    for (const said of bySource.values()) await tell(here, said)
    return {}
  },
})

type Question = NonNullable<Awaited<ReturnType<typeof questionById>>>

async function tell(here: HereIAm, said: { claim: Claim; version: number }[]): Promise<void> {
  const { tx, space, now, changed, converts } = here
  const first = said[0]?.claim
  if (!first) return
  const question = first.question_id ? await questionById(tx, space.id, first.question_id) : undefined
  // One answer, or story, is told once, however many of its lines are confirmed and when.
  const told = (await claimsOfSource(tx, space.id, first.source_id)).find((claim) => claim.told_conversion !== null)
  const counts = said.some(({ claim }) => tellsOfExperience(claim.kind))
  const conversion = told?.told_conversion ?? (counts ? converts(telling(here, first, question)) : null)
  for (const { claim, version } of said) {
    if ((await confirmClaimRow(tx, space.id, claim.id, version, now, conversion)) !== 1) throw clash('line')
  }
  if (question && conversion) await questionTold(tx, space.id, question.id, conversion)
  await explainedOnce(here, first, question)
  changed({ claim: said.map(({ claim }) => claim.id) }, inArea(first.area_id, first.topic_id))
}

/** What somebody told, and to whom: led to by a showing, where there was one of the same question. */
function telling({ me }: HereIAm, claim: Claim, question: Question | undefined): Conversion {
  // Whoever puts a question to themselves, or was asked none, tells nobody in particular.
  const asker = question && question.asked_by !== me.id ? askerOf(question) : null
  return {
    mode: 'externalisation',
    area: claim.area_id,
    parts: [{ person: me.id, how: 'said' }, ...(asker ? [{ person: asker.id, how: 'asked' as const }] : [])],
    topics: [claim.topic_id],
    level: 'individual',
    causes: question?.shown_conversion ? [{ of: question.shown_conversion, kind: 'question' }] : [],
  }
}

/** An answer, or a story, is one piece of evidence, however many of its lines are confirmed and when. */
async function explainedOnce(here: HereIAm, claim: Claim, question: Question | undefined): Promise<void> {
  const { tx, space, me, now, newId } = here
  const before = await evidenceOf(tx, space.id, me.id)
  if (before.some((row) => row.kind === 'explained' && row.because === claim.source_id)) return
  const mine = question?.asked_by === me.id
  const evidence: NewEvidence = {
    space_id: space.id,
    id: newId(),
    area_id: claim.area_id,
    topic_id: claim.topic_id,
    person_id: me.id,
    kind: 'explained',
    with_person: question && !mine ? (askerOf(question)?.id ?? null) : null,
    at: now,
    // What one told by oneself, unasked, is for oneself to let stand.
    // Where nobody is named as asking, nobody's evidence stands by itself: it would tell who asked by who is missing.
    stands_at: mine || !question || question.asked_as !== null ? null : now,
    because: claim.source_id,
    about: claim.question_id ? { kind: 'question', id: claim.question_id } : { kind: 'source', id: claim.source_id },
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
}

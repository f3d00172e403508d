import { z } from 'zod'
import { type Conversion, clash, type HereIAm, id, inArea, unfit, writingAct } from '../ba/index.ts'
import {
  addEvidence,
  askerOf,
  byVoice,
  type Claim,
  claimsChanged,
  claimsOfSource,
  confirmClaimRow,
  evidenceChanged,
  evidenceOf,
  type NewEvidence,
  questionById,
  questionTold,
  speakerOf,
  tellsOfExperience,
} from '../knowledge/index.ts'
import { myClaim } from './my-claim.ts'
import { saidTogether } from './said-together.ts'

/**
 * Confirms lines, which others see from then on. Lines that tell of experience are externalisation;
 * a group's line also needs enough of the group.
 */
export const confirmClaims = writingAct({
  name: 'confirm-claims',
  says: 'Confirms lines that you said, so that others may see them; those of a group stand once most of it have.',
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

type Said = { claim: Claim; version: number }[]
type Question = NonNullable<Awaited<ReturnType<typeof questionById>>>

async function tell(here: HereIAm, said: Said): Promise<void> {
  const standing: Said = []
  for (const one of said) if (await mayStand(here, one)) standing.push(one)
  if (standing.length > 0) await letStand(here, standing)
  await claimsChanged(
    here,
    said.map(({ claim }) => claim).filter((claim) => !standing.some((one) => one.claim.id === claim.id)),
  )
}

/**
 * Whether this confirmation suffices: for one's own lines, for a keeper's of a document, for a
 * group's once a majority agrees.
 */
const mayStand = (here: HereIAm, { claim, version }: Said[number]): Promise<boolean> =>
  byVoice<Promise<boolean>>(claim.voice, {
    person: async () => true,
    group: ({ id }) => saidTogether(here, id, claim, version),
    document: async () => true,
  })

async function letStand(here: HereIAm, said: Said): Promise<void> {
  const { tx, space, now, changed } = here
  const first = said[0]?.claim
  if (!first) return
  const question = first.question_id ? await questionById(tx, space.id, first.question_id) : undefined
  const conversion = await toldOnce(here, said, question)
  for (const { claim, version } of said) {
    if ((await confirmClaimRow(tx, space.id, claim.id, version, now, conversion)) !== 1) throw clash('line')
  }
  if (question && conversion) await questionTold(tx, space.id, question.id, conversion)
  // Statements of groups and documents are nobody's evidence.
  if (speakerOf(first.voice)) await explainedOnce(here, first, question)
  changed({ claim: said.map(({ claim }) => claim.id) }, inArea(first.area_id, first.topic_id))
}

/**
 * An answer or story is one conversion, however many of its lines are confirmed and when; bare
 * facts make none.
 */
async function toldOnce(here: HereIAm, said: Said, question: Question | undefined): Promise<string | null> {
  const claim = said[0]?.claim
  // A document tells nobody.
  if (!claim || 'document' in claim.voice) return null
  const before = await claimsOfSource(here.tx, here.space.id, claim.source_id)
  const told = before.find(({ told_conversion }) => told_conversion !== null)?.told_conversion
  const counts = said.some((one) => tellsOfExperience(one.claim.kind))
  return told ?? (counts ? here.converts(telling(claim, question)) : null)
}

/**
 * The conversion of a telling, caused by a showing of the same question if there was one. A group's
 * names no speaker.
 */
function telling(claim: Claim, question: Question | undefined): Conversion {
  const speaker = speakerOf(claim.voice)
  // Somebody who answers their own question, or none, tells nobody in particular.
  const asker = question && question.asked_by !== speaker?.id ? askerOf(question) : null
  return {
    mode: 'externalisation',
    area: claim.area_id,
    parts: [
      ...(speaker ? [{ person: speaker.id, how: 'said' as const }] : []),
      ...(asker ? [{ person: asker.id, how: 'asked' as const }] : []),
    ],
    topics: [claim.topic_id],
    level: speaker ? 'individual' : 'group',
    causes: question?.shown_conversion ? [{ of: question.shown_conversion, kind: 'question' }] : [],
  }
}

/**
 * An answer or story is one piece of evidence, however many of its lines are confirmed and when.
 */
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
    // Unasked tellings are private until released. So are answers to anonymous questions: released
    // evidence without an asker would reveal who asked.
    stands_at: mine || !question || question.asked_as !== null ? null : now,
    because: claim.source_id,
    about: claim.question_id ? { kind: 'question', id: claim.question_id } : { kind: 'source', id: claim.source_id },
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
}

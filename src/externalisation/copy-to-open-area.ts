import { createHash } from 'node:crypto'
import { type HereIAm, inArea, OPEN, orAbsent } from '../ba/index.ts'
import {
  addClaim,
  addEvidence,
  addSource,
  type Claim,
  evidenceChanged,
  evidenceOf,
  type NewEvidence,
  type releaseLineOf,
  releaseLines,
  sourceById,
  type Topic,
  tellsOfExperience,
  topicById,
} from '../knowledge/index.ts'
import { toldText } from './told-text.ts'

type Line = NonNullable<Awaited<ReturnType<typeof releaseLineOf>>>

/**
 * Copies a line of a closed area into the open one, as a source and a claim of its own: with its
 * words and their day, without the question, the asker or anything else from the closed area.
 * Returns the new claim's id.
 */
export async function copyToOpenArea(here: HereIAm, claim: Claim, line: Line): Promise<string> {
  const { tx, space, now, newId } = here
  const topic = orAbsent(await topicById(tx, space.id, line.open_topic_id), 'claim', 'topic')
  const source = await keepWords(here, topic, claim)
  const opened = newId()
  await addClaim(tx, {
    space_id: space.id,
    id: opened,
    area_id: OPEN,
    topic_id: topic.id,
    source_id: source.id,
    from_line: source.line,
    to_line: source.line,
    words: claim.words,
    statement: claim.statement,
    holds_when: claim.holds_when,
    kind: claim.kind,
    sayable: claim.sayable,
    voice: claim.voice,
    version: 1,
    proposed_at: claim.proposed_at,
    confirmed_at: now,
    withdrawn_at: null,
    told_conversion: await toldOnce(here, { topic, claim, source: source.id, release: line.release_id }),
    page_conversion: null,
    reworded_at: null,
  })
  here.changed({ source: source.id, claim: opened }, inArea(OPEN, topic.id))
  return opened
}

async function keepWords({ tx, space, me, newId }: HereIAm, topic: Topic, claim: Claim) {
  const id = newId()
  const at = (await sourceById(tx, space.id, claim.source_id))?.at ?? claim.proposed_at
  const sentences = [{ text: claim.words, paragraph: 0 }]
  const { text, lines } = toldText({ kind: 'answer', title: topic.title, source: id, now: at, sentences })
  await addSource(tx, {
    space_id: space.id,
    id,
    area_id: OPEN,
    name: `${topic.slug.slice(0, 60)}-${id.slice(-8)}.md`,
    title: topic.title,
    origin: null,
    kind: 'answer',
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    voice: claim.voice,
    question_id: null,
    brought_by: me.id,
    at,
  })
  return { id, line: lines[0] ?? 0 }
}

type CopiedLine = { topic: Topic; claim: Claim; source: string; release: string }

/**
 * One telling in the closed area is one conversion in the open one, however many of its lines are
 * released and when.
 */
async function toldOnce(here: HereIAm, { topic, claim, source, release }: CopiedLine): Promise<string | null> {
  const { tx, space, me, converts } = here
  const opened = (await releaseLines(tx, space.id, release)).filter(
    (line) => line.source_id === claim.source_id && line.open_claim_id !== null,
  )
  if (opened.length === 0) await explained(here, topic, claim, source)
  const earlier = opened.find((line) => line.toldOpenly !== null)?.toldOpenly
  if (earlier || !tellsOfExperience(claim.kind)) return earlier ?? null
  return converts({
    mode: 'externalisation',
    area: OPEN,
    parts: [{ person: me.id, how: 'said' }],
    topics: [topic.id],
    level: 'organisation',
    causes: claim.told_conversion ? [{ of: claim.told_conversion, kind: 'line' }] : [],
  })
}

/** The evidence is released only if the person released it before. */
async function explained(here: HereIAm, topic: Topic, claim: Claim, source: string) {
  const { tx, space, me, now, newId } = here
  const before = (await evidenceOf(tx, space.id, me.id)).find(({ because }) => because === claim.source_id)
  const evidence: NewEvidence = {
    space_id: space.id,
    id: newId(),
    area_id: OPEN,
    topic_id: topic.id,
    person_id: me.id,
    kind: 'explained',
    with_person: null,
    at: now,
    stands_at: before?.stands_at ? now : null,
    because: source,
    about: { kind: 'source', id: source },
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
}

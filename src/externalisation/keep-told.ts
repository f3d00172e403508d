import { createHash } from 'node:crypto'
import { type HereIAm, looseSlug, onlyFor } from '../ba/index.ts'
import {
  addClaim,
  addSource,
  answering,
  type Claim,
  claimsOfSource,
  speakerOf,
  type Voice,
} from '../knowledge/index.ts'
import type { ProposedClaim } from './proposed-claim.ts'
import type { Sentence } from './sentences.ts'
import { toldText } from './told-text.ts'

/** A sentence to be kept, and what it is proposed as, if it states anything. */
export interface ToldSentence extends Sentence {
  proposed: (ProposedClaim & { sayable?: 'shown' }) | null
}

/** What somebody said in writing: where it belongs, the question it answers if there is one, its sentences. */
export interface Telling {
  kind: 'answer' | 'story'
  title: string
  area: string
  topic: string
  question: string | null
  sentences: readonly ToldSentence[]
  /** Whose words they are: mine, or those of a group. */
  voice: Voice
}

/** Keeps what was said as a source that only those see whose words they are, with its claims, which wait for them. */
export async function keepTold(here: HereIAm, telling: Telling): Promise<{ source: string; claims: Claim[] }> {
  const { tx, space, now, newId } = here
  const source = newId()
  const { text, lines } = toldText({ ...telling, source, now })
  const about = looseSlug(telling.title).split('-').slice(0, 8).join('-').slice(0, 60) || telling.kind
  await addSource(tx, {
    space_id: space.id,
    id: source,
    area_id: telling.area,
    name: `${about}-${source.slice(-8)}.md`,
    title: telling.title,
    origin: null,
    kind: telling.kind,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    voice: telling.voice,
    question_id: telling.question,
    // Who wrote for a group is sealed.
    brought_by: speakerOf(telling.voice)?.id ?? null,
    at: now,
  })
  for (const [index, sentence] of telling.sentences.entries()) {
    await propose(here, telling, source, lines[index] ?? 0, sentence)
  }
  const claims = await claimsOfSource(tx, space.id, source)
  for (const one of await answering(here, telling.voice))
    here.changed({ source, claim: claims.map(({ id }) => id) }, onlyFor(one.id, telling.topic))
  return { source, claims }
}

async function propose(here: HereIAm, telling: Telling, source: string, line: number, sentence: ToldSentence) {
  const { text: words, proposed } = sentence
  if (!proposed) return
  await addClaim(here.tx, {
    space_id: here.space.id,
    id: here.newId(),
    area_id: telling.area,
    topic_id: telling.topic,
    source_id: source,
    from_line: line,
    to_line: line,
    words,
    statement: proposed.statement,
    holds_when: proposed.holdsWhen,
    kind: proposed.kind,
    sayable: proposed.sayable ?? 'easily',
    voice: telling.voice,
    version: 1,
    proposed_at: here.now,
    confirmed_at: null,
    withdrawn_at: null,
    told_conversion: null,
    page_conversion: null,
    reworded_at: null,
  })
}

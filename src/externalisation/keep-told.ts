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

/** A sentence and the claim proposed from it, if it states anything. */
export interface ToldSentence extends Sentence {
  proposed: (ProposedClaim & { sayable?: 'shown' }) | null
}

/** Something told in writing: its place, its question if any, and its sentences. */
export interface Telling {
  kind: 'answer' | 'story'
  title: string
  area: string
  topic: string
  question: string | null
  sentences: readonly ToldSentence[]
  /** The voice: the caller or a group. */
  voice: Voice
}

/** Stores a telling as a source private to its voice, with proposed claims. */
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
    // The writer for a group is sealed.
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

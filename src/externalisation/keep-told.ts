import { createHash } from 'node:crypto'
import { type HereIAm, looseSlug, onlyFor } from '../ba/index.ts'
import { addClaim, addSource, type Claim, claimsProposedBy } from '../knowledge/index.ts'
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
}

/** Keeps what I said as a source that only I see, with the claims drawn from it, which wait for me. */
export async function keepTold(here: HereIAm, telling: Telling): Promise<{ source: string; claims: Claim[] }> {
  const { tx, space, me, now, newId } = here
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
    speaker_id: me.id,
    question_id: telling.question,
    brought_by: me.id,
    at: now,
  })
  for (const [index, sentence] of telling.sentences.entries()) {
    await propose(here, telling, source, lines[index] ?? 0, sentence)
  }
  const mine = await claimsProposedBy(tx, space.id, me.id)
  const claims = mine.filter((claim) => claim.source_id === source)
  here.changed({ source, claim: claims.map(({ id }) => id) }, onlyFor(me.id, telling.topic))
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
    speaker_id: here.me.id,
    version: 1,
    proposed_at: here.now,
    confirmed_at: null,
    withdrawn_at: null,
    told_conversion: null,
    page_conversion: null,
  })
}

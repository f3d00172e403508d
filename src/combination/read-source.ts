import { z } from 'zod'
import { type HereIAm, line, OPEN, orAbsent, person, readingAct } from '../ba/index.ts'
import {
  askerOf,
  claimsOfSource,
  maySeeClaim,
  questionById,
  showClaims,
  shownClaim,
  shownTopic,
  showTopicById,
  sourceById,
  sourceByName,
} from '../knowledge/index.ts'

/** A source with its lines numbered. Of an answer or a story, others see only the lines that its speaker confirmed. */
export const readSource = readingAct({
  name: 'read-source',
  says: 'Reads a source line by line; of an answer or a story, only the lines that its speaker confirmed.',
  may: 'reader',
  input: z.object({ source: line(300) }),
  output: z.object({
    source: z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      origin: z.string().nullable(),
      kind: z.enum(['file', 'answer', 'story']),
      at: z.string(),
      speaker: person.nullable(),
      question: z
        .object({ id: z.string(), words: z.string(), askedBy: person.nullable(), topic: shownTopic })
        .nullable(),
      mine: z.boolean(),
    }),
    lines: z.array(z.object({ n: z.number(), text: z.string().nullable() })),
    claims: z.array(shownClaim),
  }),
  run: async (here, { source: ref }) => {
    const { tx, space, me } = here
    const source = await sourceNamed(here, ref)
    const claims = (await claimsOfSource(tx, space.id, source.id)).filter((claim) => maySeeClaim(here, claim))
    const mine = source.speaker_id === me.id
    const open = (n: number) => claims.some((claim) => claim.from_line <= n && n <= claim.to_line)
    if (source.kind !== 'file' && !mine && claims.length === 0) orAbsent(null, 'source', 'source')
    const front = /^---\n[\s\S]*?\n---\n/.exec(source.text)?.[0].split('\n').length ?? 1
    return {
      source: {
        id: source.id,
        name: source.name,
        title: source.title,
        origin: source.origin,
        kind: source.kind as 'file' | 'answer' | 'story',
        at: source.at,
        speaker: source.speaker_id && source.speakerName ? { id: source.speaker_id, name: source.speakerName } : null,
        question: source.question_id ? await askedBy(here, source.question_id) : null,
        mine,
      },
      lines: source.text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map((text, index) => ({
          n: index + 1,
          text: source.kind === 'file' || mine || text === '' || index + 1 < front || open(index + 1) ? text : null,
        })),
      claims: await showClaims(here, claims),
    }
  },
})

async function sourceNamed(here: HereIAm, ref: string) {
  const { tx, space, areas } = here
  const named = await sourceByName(tx, space.id, OPEN, ref)
  const source = await sourceById(tx, space.id, named?.id ?? ref)
  return orAbsent(source && areas.has(source.area_id) ? source : undefined, 'source', 'source')
}

async function askedBy(here: HereIAm, id: string) {
  const question = await questionById(here.tx, here.space.id, id)
  if (!question) return null
  const { words, topic_id } = question
  return { id, words, askedBy: askerOf(question), topic: await showTopicById(here, topic_id) }
}

import { z } from 'zod'
import { type HereIAm, person } from '../ba/index.ts'
import { shownReason, shownTopic, showTopicById } from '../knowledge/index.ts'
import { passages, shownHit } from '../search/index.ts'
import { closestTopic } from './closest-topic.ts'
import { PEOPLE, REASONS, whoKnows } from './who-knows.ts'

/** What is here for somebody who is puzzled: what was said, people, or a gap that can be shown to the room. */
export const shownHelp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), hit: shownHit }),
  z.object({
    kind: z.literal('people'),
    topic: shownTopic,
    /** Whether the first of them is the one to ask; where not, they stand by name, and one asks the room. */
    routed: z.boolean(),
    people: z.array(z.object({ person, reasons: z.array(shownReason).max(REASONS) })).max(PEOPLE),
  }),
  z.object({ kind: z.literal('gap'), topic: shownTopic.nullable() }),
])

/** What is here for somebody who is puzzled. */
export type Help = z.input<typeof shownHelp>

const READ = 8

/**
 * Looks first for what was said, unless somebody has read it and is puzzled still; then for people who have a record
 * on the topic that comes closest; else it is a gap of that topic, or of none yet.
 */
export async function whatIsHere(here: HereIAm, words: string, stillPuzzled: boolean): Promise<Help> {
  const found = await passages(here, words, READ)
  const said = found.filter(({ hit }) => hit.kind !== 'question').filter(answers)
  const best = said.find(({ hit }) => hit.kind === 'page') ?? said[0]
  if (best && !stillPuzzled) return { kind: 'said', hit: best.hit }
  const topic = await closestTopic(here, words, found)
  if (topic === undefined) return { kind: 'gap', topic: null }
  const { people, routed } = await whoKnows.run(here, { topic })
  const others = people.filter(({ me }) => !me).map(({ person, reasons }) => ({ person, reasons }))
  const shown = await showTopicById(here, topic)
  return others.length ? { kind: 'people', topic: shown, routed, people: others } : { kind: 'gap', topic: shown }
}

/** One word in common says little, unless nothing else was asked. */
const answers = ({ matched, asked }: { matched: number; asked: number }) =>
  matched === asked ? matched > 0 : matched >= 2 && matched * 2 >= asked

import { z } from 'zod'
import { type HereIAm, person } from '../ba/index.ts'
import { shownReason, shownTopic, showTopicById } from '../knowledge/index.ts'
import { passages, shownHit } from '../search/index.ts'
import { closestTopic } from './closest-topic.ts'
import { PEOPLE, REASONS, whoKnows } from './who-knows.ts'

/**
 * The public form of help for a puzzled person: something said, people, or a gap to show to the
 * room.
 */
export const shownHelp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), hit: shownHit }),
  z.object({
    kind: z.literal('people'),
    topic: shownTopic,
    /**
     * Whether the first person is proposed; if not, people are in order of name and the room is
     * asked.
     */
    routed: z.boolean(),
    people: z.array(z.object({ person, reasons: z.array(shownReason).max(REASONS) })).max(PEOPLE),
  }),
  z.object({ kind: z.literal('gap'), topic: shownTopic.nullable() }),
])

/** The help for a puzzled person. */
export type Help = z.input<typeof shownHelp>

const READ = 8

/**
 * Looks first for something said, unless the person is still puzzled after reading it; then for
 * people with evidence on the closest topic; else it is a gap of that topic or of none.
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

/** One common word is too little, unless the question has only one. */
const answers = ({ matched, asked }: { matched: number; asked: number }) =>
  matched === asked ? matched > 0 : matched >= 2 && matched * 2 >= asked

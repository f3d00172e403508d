import { z } from 'zod'
import { type HereIAm, memberOf, orAbsent, person } from '../ba/index.ts'
import { answersTo, questionById, shownTopic, shownVoice, showTopicById } from '../knowledge/index.ts'
import { type Puzzle, puzzleOf } from './puzzle-rows.ts'
import { shownHelp, whatIsHere } from './what-is-here.ts'

/** The most answers listed; all their lines are among the topic's claims. */
const FIRST = 50

/** The public form of a puzzle, for its owner alone. */
export const shownPuzzle = z.object({
  id: z.string(),
  words: z.string(),
  at: z.string(),
  came: z.discriminatedUnion('of', [
    z.object({ of: z.literal('looking'), help: shownHelp }),
    z.object({
      of: z.literal('asking'),
      question: z.string(),
      topic: shownTopic,
      /** The colleague who was asked; null if it was the room. */
      whom: person.nullable(),
      /** The answers with a confirmed line. */
      answers: z.array(z.object({ source: z.string(), by: shownVoice })).max(FIRST),
    }),
    z.object({ of: z.literal('answered'), at: z.string() }),
  ]),
})

type Shown = z.input<typeof shownPuzzle>

/** Makes the public form of a puzzle with its present state. */
export async function showPuzzle(here: HereIAm, puzzle: Puzzle): Promise<Shown> {
  return { id: puzzle.id, words: puzzle.words, at: puzzle.puzzled_at, came: await stateOf(here, puzzle) }
}

async function stateOf(here: HereIAm, puzzle: Puzzle): Promise<Shown['came']> {
  if (puzzle.answered_at !== null) return { of: 'answered', at: puzzle.answered_at }
  const asked =
    puzzle.question_id === null ? undefined : await questionState(here, puzzle.question_id, puzzle.of_person)
  return asked ?? { of: 'looking', help: await whatIsHere(here, puzzle.words, puzzle.still_at !== null) }
}

async function questionState(here: HereIAm, id: string, of: string | null): Promise<Shown['came'] | undefined> {
  const { tx, space, areas } = here
  const question = await questionById(tx, space.id, id)
  if (!question || !areas.has(question.area_id)) return undefined
  const member = of === null ? undefined : await memberOf(tx, space.id, of)
  const answers = await answersTo(tx, space.id, [id])
  return {
    of: 'asking',
    question: id,
    topic: await showTopicById(here, question.topic_id),
    whom: member ? { id: member.id, name: member.name } : null,
    answers: answers.slice(0, FIRST).map(({ id: source, voice }) => ({ source, by: voice })),
  }
}

/** Finds a puzzle of the caller. */
export async function myPuzzle(here: HereIAm, id: string): Promise<Puzzle> {
  return orAbsent(await puzzleOf(here.tx, here.space.id, here.me.id, id), 'puzzle', 'line of yours')
}

import { z } from 'zod'
import { type HereIAm, memberOf, orAbsent, person } from '../ba/index.ts'
import { confirmedAnswersIn, questionById, shownTopic, shownVoice, showTopicById } from '../knowledge/index.ts'
import { type Puzzle, puzzleOf } from './puzzle-rows.ts'
import { shownHelp, whatIsHere } from './what-is-here.ts'

/** How a line that puzzled me is shown, to me alone. */
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
      /** Whom I asked, by name; nobody where I asked the room. */
      whom: person.nullable(),
      /** The answers of which a line is confirmed. */
      answers: z.array(z.object({ source: z.string(), by: shownVoice })),
    }),
    z.object({ of: z.literal('answered'), at: z.string() }),
  ]),
})

type Shown = z.input<typeof shownPuzzle>

/** Shows a line of mine with what came of it, as things are now. */
export async function showPuzzle(here: HereIAm, puzzle: Puzzle): Promise<Shown> {
  return { id: puzzle.id, words: puzzle.words, at: puzzle.puzzled_at, came: await whatCame(here, puzzle) }
}

async function whatCame(here: HereIAm, puzzle: Puzzle): Promise<Shown['came']> {
  if (puzzle.answered_at !== null) return { of: 'answered', at: puzzle.answered_at }
  const asked = puzzle.question_id === null ? undefined : await whatWasAsked(here, puzzle.question_id, puzzle.of_person)
  return asked ?? { of: 'looking', help: await whatIsHere(here, puzzle.words, puzzle.still_at !== null) }
}

async function whatWasAsked(here: HereIAm, id: string, of: string | null): Promise<Shown['came'] | undefined> {
  const { tx, space, areas } = here
  const question = await questionById(tx, space.id, id)
  if (!question || !areas.has(question.area_id)) return undefined
  const member = of === null ? undefined : await memberOf(tx, space.id, of)
  const answers = await confirmedAnswersIn(tx, space.id, [question.area_id])
  return {
    of: 'asking',
    question: id,
    topic: await showTopicById(here, question.topic_id),
    whom: member ? { id: member.id, name: member.name } : null,
    answers: answers
      .filter(({ question_id }) => question_id === id)
      .map(({ id: source, voice }) => ({ source, by: voice })),
  }
}

/** Finds a line of mine that is not dealt with. */
export async function myPuzzle(here: HereIAm, id: string): Promise<Puzzle> {
  return orAbsent(await puzzleOf(here.tx, here.space.id, here.me.id, id), 'puzzle', 'line of yours')
}

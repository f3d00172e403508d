import { z } from 'zod'
import { type HereIAm, id, line, OPEN, onlyFor, text, unfit, writingAct } from '../ba/index.ts'
import { newTopic, SOMEBODY_NEW, type Topic, topicNamed, topicRef, topicTitled } from '../knowledge/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { ask, keepQuestion } from './ask.ts'
import { myPuzzle, shownPuzzle, showPuzzle } from './puzzle.ts'
import { changePuzzle } from './puzzle-rows.ts'
import { whatIsHere } from './what-is-here.ts'

/**
 * Turns the caller's puzzle into a question. The room reads that somebody new asks, so that a gap
 * belongs to its topic and not to a person; a colleague who is asked sees the asker.
 */
export const askPuzzle = writingAct({
  name: 'ask-puzzle',
  says: 'Asks what puzzled you: the room, without your name, or one colleague, with it.',
  may: 'member',
  input: z.object({
    puzzle: id,
    of: id.optional(),
    words: text(MOST_QUESTION).optional(),
    topic: topicRef.optional(),
    title: line(120).optional(),
  }),
  output: z.object({ puzzle: shownPuzzle }),
  run: async (here, { puzzle: puzzleId, of, words, topic: ref, title }) => {
    const puzzle = await myPuzzle(here, puzzleId)
    if (puzzle.question_id !== null) return { puzzle: await showPuzzle(here, puzzle) }
    const topic = await topicFor(here, puzzle.words, ref, title)
    const asked = words ?? puzzle.words
    const question =
      of === undefined
        ? await keepQuestion(here, topic, asked, { as: SOMEBODY_NEW })
        : (await ask.run(here, { topic: topic.id, words: asked, of })).question
    const changed = { ...puzzle, question_id: question, of_person: of ?? null, answered_at: null }
    await changePuzzle(here.tx, changed)
    here.changed({ puzzle: puzzle.id }, onlyFor(here.me.id))
    return { puzzle: await showPuzzle(here, changed) }
  },
})

/** The named topic, or the closest one; a new topic has no starter, to keep the asker anonymous. */
async function topicFor(here: HereIAm, words: string, ref?: string, title?: string): Promise<Topic> {
  if (ref !== undefined) return topicNamed(here, ref)
  if (title !== undefined) {
    const existing = await topicTitled(here.tx, here.space.id, OPEN, title)
    return existing ?? newTopic(here, { title, area: OPEN, by: null })
  }
  const help = await whatIsHere(here, words, true)
  if (help.kind === 'said' || help.topic === null)
    throw unfit('title', 'Nothing here comes close to it.', 'Say in a word or two what it is about.')
  return topicNamed(here, help.topic.id)
}

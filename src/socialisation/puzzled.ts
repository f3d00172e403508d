import { z } from 'zod'
import { onlyFor, text, writingAct } from '../ba/index.ts'
import { shownPuzzle, showPuzzle } from './puzzle.ts'
import { addPuzzle, type Puzzle } from './puzzle-rows.ts'

/** Notes something that puzzled the caller; private until they ask. */
export const puzzled = writingAct({
  name: 'puzzled',
  says: 'Keeps a line about what puzzled you, for you alone, and shows what is here for it: what was said, people, or a gap.',
  may: 'reader',
  input: z.object({ words: text(400) }),
  output: z.object({ puzzle: shownPuzzle }),
  run: async (here, { words }) => {
    const puzzle: Puzzle = {
      space_id: here.space.id,
      id: here.newId(),
      person_id: here.me.id,
      words: words.trim().replace(/\s+/g, ' '),
      puzzled_at: here.now,
      still_at: null,
      answered_at: null,
      question_id: null,
      of_person: null,
    }
    await addPuzzle(here.tx, puzzle)
    here.changed({ puzzle: puzzle.id }, onlyFor(here.me.id))
    return { puzzle: await showPuzzle(here, puzzle) }
  },
})

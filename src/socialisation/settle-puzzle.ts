import { z } from 'zod'
import { id, onlyFor, writingAct } from '../ba/index.ts'
import { myPuzzle, shownPuzzle, showPuzzle } from './puzzle.ts'
import { changePuzzle, dropPuzzle } from './puzzle-rows.ts'

/** Settles a puzzle: answered, still puzzling (people are suggested next), or deleted. */
export const settlePuzzle = writingAct({
  name: 'settle-puzzle',
  says: 'Says of a line that puzzled you that it is answered, that you are puzzled still, or that it may go.',
  may: 'reader',
  input: z.object({ puzzle: id, as: z.enum(['answered', 'still', 'gone']) }),
  output: z.object({ puzzle: shownPuzzle.nullable() }),
  run: async (here, { puzzle: puzzleId, as }) => {
    const { tx, space, me, now } = here
    const puzzle = await myPuzzle(here, puzzleId)
    here.changed({ puzzle: puzzle.id }, onlyFor(me.id))
    if (as === 'gone') {
      await dropPuzzle(tx, space.id, puzzle.id)
      return { puzzle: null }
    }
    const settled =
      as === 'answered' ? { ...puzzle, answered_at: now } : { ...puzzle, still_at: now, answered_at: null }
    await changePuzzle(tx, settled)
    return { puzzle: await showPuzzle(here, settled) }
  },
})

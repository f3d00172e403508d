import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { shownPuzzle, showPuzzle } from './puzzle.ts'
import { puzzlesOf } from './puzzle-rows.ts'

/** What puzzled me, with what came of each line; nobody else's. */
export const listPuzzles = readingAct({
  name: 'list-puzzles',
  says: 'Lists what puzzled you, newest first, with what came of each line; nobody else can see it.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ puzzles: z.array(shownPuzzle) }),
  run: async (here) => {
    const puzzles = []
    for (const puzzle of await puzzlesOf(here.tx, here.space.id, here.me.id))
      puzzles.push(await showPuzzle(here, puzzle))
    return { puzzles }
  },
})

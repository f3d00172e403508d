import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { shownPuzzle, showPuzzle } from './puzzle.ts'
import { puzzlesFrom } from './puzzle-rows.ts'

/** Lists the caller's puzzles and their state; private. */
export const listPuzzles = readingAct({
  name: 'list-puzzles',
  says: 'Lists what puzzled you, newest first, with what came of each line; nobody else can see it.',
  may: 'reader',
  shows: ['puzzle', 'question', 'topic'],
  input: z.object(byPage),
  output: z.object({ puzzles: pageRows(shownPuzzle), next }),
  run: async (here, asked) => {
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => puzzlesFrom(here.tx, here.space.id, here.me.id, { at, id }, limit),
      place: ({ puzzled_at, id }) => [puzzled_at, id],
      show: (puzzle) => showPuzzle(here, puzzle),
    })
    return { puzzles: page.rows, next: page.next }
  },
})

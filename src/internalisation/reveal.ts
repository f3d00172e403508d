import { z } from 'zod'
import { id, readingAct } from '../ba/index.ts'
import { showClaim, shownClaim } from '../knowledge/index.ts'
import { exerciseNamed } from './exercise-named.ts'

/** Shows the answer after an attempt to recall it. */
export const reveal = readingAct({
  name: 'reveal',
  says: 'Shows what was said behind an exercise.',
  may: 'reader',
  shows: ['claim', 'exercise', 'topic', 'source', 'community'],
  input: z.object({ exercise: id }),
  output: z.object({ claim: shownClaim, gap: z.string() }),
  run: async (here, { exercise: exerciseId }) => {
    const { exercise, claim } = await exerciseNamed(here, exerciseId)
    return { claim: await showClaim(here, claim), gap: exercise.gap }
  },
})

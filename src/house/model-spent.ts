import { z } from 'zod'
import { type HereIAm, readingAct } from '../ba/index.ts'
import { unwrittenIn } from '../combination/index.ts'
import { shownTopic, showTopicById } from '../knowledge/index.ts'
import { spentOn } from '../model/index.ts'

/** What a language model took, of the areas that I may see, and the pages it was last asked for in vain. */
export const modelSpent = readingAct({
  name: 'model-spent',
  says: 'Shows an owner what the language model was asked for here and what that cost, and which pages it could not write, and why.',
  may: 'owner',
  input: z.object({}),
  output: z.object({
    spent: z.array(
      z.object({
        model: z.string(),
        requests: z.number(),
        failed: z.number(),
        tokensIn: z.number(),
        tokensOut: z.number(),
        seconds: z.number(),
        cost: z.number().nullable(),
        currency: z.string().nullable(),
      }),
    ),
    unwritten: z.array(z.object({ topic: shownTopic, why: z.string(), at: z.string() })),
  }),
  run: async (here) => {
    const { tx, space, areas } = here
    const spent = await spentOn(tx, space.id, [...areas.keys()])
    return { spent: spent.map(({ name, ...sums }) => ({ model: name, ...sums })), unwritten: await unwritten(here) }
  },
})

async function unwritten(here: HereIAm) {
  const shown = []
  for (const { topic_id, fault, fault_at } of await unwrittenIn(here.tx, here.space.id, [...here.areas.keys()]))
    shown.push({ topic: await showTopicById(here, topic_id), why: fault ?? '', at: fault_at ?? '' })
  return shown
}

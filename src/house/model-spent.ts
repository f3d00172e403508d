import { z } from 'zod'
import { byPage, DOWNWARDS, type HereIAm, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { unwrittenBefore } from '../combination/index.ts'
import { shownTopic, showTopicById } from '../knowledge/index.ts'
import { spentOn } from '../model/index.ts'

/** The most models listed; an operator offers one at a time. */
const MODELS = 100

/**
 * Lists the costs of the language model in the caller's areas, and the pages whose last request
 * failed.
 */
export const modelSpent = readingAct({
  name: 'model-spent',
  says: 'Shows an owner what the language model was asked for here and what that cost, and which pages it could not write, and why.',
  may: 'owner',
  shows: ['modelUse', 'modelRequest', 'writing', 'topic'],
  input: z.object(byPage),
  output: z.object({
    spent: z
      .array(
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
      )
      .max(MODELS),
    unwritten: pageRows(z.object({ topic: shownTopic, why: z.string(), at: z.string() })),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, areas } = here
    const spent = await spentOn(tx, space.id, [...areas.keys()])
    const page = await unwritten(here, asked)
    return {
      spent: spent.slice(0, MODELS).map(({ name, ...sums }) => ({ model: name, ...sums })),
      unwritten: page.rows,
      next: page.next,
    }
  },
})

function unwritten(here: HereIAm, asked: { after?: string | undefined; most: number }) {
  const { tx, space, areas } = here
  return pageOfList(asked, {
    from: DOWNWARDS,
    rows: ([at, topic], most) => unwrittenBefore(tx, { space: space.id, areas: [...areas.keys()], at, topic, most }),
    place: ({ fault_at, topic_id }): [string, string] => [fault_at ?? '', topic_id],
    show: async ({ topic_id, fault, fault_at }) => ({
      topic: await showTopicById(here, topic_id),
      why: fault ?? '',
      at: fault_at ?? '',
    }),
  })
}

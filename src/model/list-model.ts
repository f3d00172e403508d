import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, person, readingAct, rowsAfter, shownArea, UPWARDS } from '../ba/index.ts'
import { modelUses } from './model-rows.ts'
import { isOffered } from './turned-on.ts'

/**
 * Lists the configured model, the areas for which it is on, and who turned it on; open to
 * everybody.
 */
export const listModel = readingAct({
  name: 'list-model',
  says: 'Shows which language model there is, where it is, and for which areas somebody turned it on; it is off until then.',
  may: 'reader',
  shows: ['modelUse'],
  input: z.object(byPage),
  output: z.object({
    offered: z.object({ name: z.string(), where: z.string() }).nullable(),
    on: pageRows(
      z.object({
        id: z.string(),
        area: z.object({ slug: z.string(), name: z.string(), closed: z.boolean() }),
        name: z.string(),
        where: z.string(),
        by: person,
        at: z.string(),
        /** Whether it is the model configured now; another must be turned on again. */
        holds: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, areas, model } = here
    const uses = (await modelUses(tx, space.id)).filter(({ area_id }) => areas.has(area_id))
    const place = ({ turned_on_at, id }: (typeof uses)[number]): [string, string] => [turned_on_at, id]
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: rowsAfter(uses, place),
      place,
      show: (use) => ({
        id: use.id,
        area: shownArea(here, use.area_id),
        name: use.name,
        where: use.place,
        by: { id: use.turned_on_by, name: use.byName },
        at: use.turned_on_at,
        holds: isOffered(use, model),
      }),
    })
    return { offered: model ? { name: model.name, where: model.where } : null, on: page.rows, next: page.next }
  },
})

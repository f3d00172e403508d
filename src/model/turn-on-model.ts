import { z } from 'zod'
import { areaNamed, inArea, text, unfit, writingAct } from '../ba/index.ts'
import { addModelUse, endModelUse } from './model-rows.ts'
import { isTurnedOn } from './turned-on.ts'

/**
 * Turns the model on for an area, whose content it then receives when pages are compiled; everybody
 * there is notified.
 */
export const turnOnModel = writingAct({
  name: 'turn-on-model',
  says: 'Lets the language model be sent confirmed lines and passages of sources, to write pages from them; everybody is told.',
  may: 'owner',
  input: z.object({ area: text(100).optional() }),
  output: z.object({}),
  run: async (here, { area: slug }) => {
    const { tx, space, me, now, newId, changed, model } = here
    const area = areaNamed(here, slug)
    if (!model) throw unfit('area', 'There is no language model here.', 'Ask the operator of this house to give one.')
    if (await isTurnedOn(tx, space.id, area.id, model)) return {}
    await endModelUse(tx, space.id, area.id, me.id, now)
    const id = newId()
    const use = { area_id: area.id, name: model.name, place: model.where }
    await addModelUse(tx, { space_id: space.id, id, ...use, turned_on_by: me.id, turned_on_at: now })
    changed({ modelUse: id }, inArea(area.id))
    return {}
  },
})

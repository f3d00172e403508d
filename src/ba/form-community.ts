import { z } from 'zod'
import { writingAct } from './act.ts'
import { areaNamed, colleague } from './area.ts'
import { addCommunity, communitiesIn } from './community-rows.ts'
import { inArea } from './noun.ts'
import { unfit } from './refusal.ts'
import { id, line } from './words.ts'

/** The least size of a group: in a smaller one, a statement of all points to its author. */
export const LEAST_TOGETHER = 5

/** Forms a group of people, the caller among them, who make statements together. */
export const formCommunity = writingAct({
  name: 'form-community',
  says: 'Names a group of at least five people, you among them, who can say things together without a speaker.',
  may: 'member',
  input: z.object({ name: line(80), area: line(80).optional(), people: z.array(id).max(200) }),
  output: z.object({ community: z.string() }),
  run: async (here, { name, area: slug, people }) => {
    const { tx, space, me, now, newId } = here
    const area = areaNamed(here, slug)
    const existing = await communitiesIn(tx, space.id, [area.id])
    if (existing.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      throw unfit('name', 'A group is called so already.', 'Give it another name.')
    const others = new Set(people.filter((one) => one !== me.id))
    if (others.size + 1 < LEAST_TOGETHER)
      throw unfit('people', `They are fewer than ${LEAST_TOGETHER}.`, `Name at least ${LEAST_TOGETHER - 1} others.`)
    for (const one of others) await colleague(here, area.id, one, 'people')
    const id = newId()
    const row = { space_id: space.id, id, area_id: area.id, name, formed_by: me.id, formed_at: now }
    await addCommunity(tx, row, [me.id, ...others])
    here.changed({ community: id }, inArea(area.id))
    return { community: id }
  },
})

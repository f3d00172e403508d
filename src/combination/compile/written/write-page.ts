import { z } from 'zod'
import { unfit, writingAct } from '../../../ba/index.ts'
import { topicNamed, topicRef } from '../../../knowledge/index.ts'
import { isTurnedOn } from '../../../model/index.ts'
import { writingOf } from '../../pages/index.ts'
import { wishWriting } from './wish-writing.ts'

/** The act `write-page`: requests a new draft from the model though no evidence has changed. */
export const writePage = writingAct({
  name: 'write-page',
  says: "Has the language model write a topic's page again, unless somebody has taken it over.",
  may: 'member',
  input: z.object({ topic: topicRef }),
  output: z.object({}),
  run: async (here, { topic: ref }) => {
    const { tx, space, now, newId, model } = here
    const topic = await topicNamed(here, ref)
    if (!(await isTurnedOn(tx, space.id, topic.area_id, model)))
      throw unfit('topic', 'No language model is turned on for it.', 'Ask an owner to turn one on.')
    if ((await writingOf(tx, space.id, topic.id))?.taken_over_at)
      throw unfit('topic', 'Somebody has taken its page over.', 'Edit the page.')
    await wishWriting(tx, { space: space.id, topic: topic.id, id: newId(), now })
    return {}
  },
})

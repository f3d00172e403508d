import { z } from 'zod'
import { areaNamed, text, unfit, writingAct } from '../../ba/index.ts'
import { newTopic, pageOf, shownTopic, showTopic, topicTitled } from '../../knowledge/index.ts'
import { MOST_PAGE } from '../../text/index.ts'
import { refuseLongNames } from './long-names.ts'
import { needsRendering, rendering, toRender } from './rendering.ts'
import { savePage, titleOf } from './save-page.ts'

/**
 * The act `import-page`: keeps a page written elsewhere as it is. An import combines nothing, so it
 * records no conversion.
 */
export const importPage = writingAct({
  name: 'import-page',
  says: 'Imports a page in the page format; its topic is the one of its title, started if need be.',
  may: 'keeper',
  input: z.object({ markdown: text(MOST_PAGE), area: z.string().max(80).optional() }),
  output: z.object({ topic: shownTopic }),
  prepare: ({ markdown }) => needsRendering(markdown),
  run: async (here, { markdown, area: areaSlug }) => {
    const { tx, space, me } = here
    const title = titleOf(markdown)
    refuseLongNames(markdown, title, here.prepared(rendering, toRender(markdown, title)))
    const area = areaNamed(here, areaSlug).id
    const topic = (await topicTitled(tx, space.id, area, title)) ?? (await newTopic(here, { title, area, by: me.id }))
    if (await pageOf(tx, space.id, topic.id)) {
      throw unfit(
        'markdown',
        `There is a page called ${topic.title} already.`,
        'Edit that one, or give yours another title.',
      )
    }
    await savePage(here, topic, { markdown, base: '', read: null, by: me.id })
    return { topic: showTopic(here, topic) }
  },
})

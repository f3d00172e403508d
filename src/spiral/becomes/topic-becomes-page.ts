import { wishCompile } from '../../combination/index.ts'
import { pageOf, topicById } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** Looks in the existing sources for passages about a topic that has no page. */
export const topicBecomesPage: Reaction = {
  name: 'topic-becomes-page',
  on: ['topic'],
  run: async (here, { topic = [] }) => {
    for (const id of topic) {
      // A merged topic is the one it leads to.
      const found = await topicById(here.tx, here.space.id, id)
      if (found && !(await pageOf(here.tx, here.space.id, found.id))) await wishCompile(here, found.id)
    }
  },
}

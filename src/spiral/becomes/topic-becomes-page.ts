import { wishCompile } from '../../combination/index.ts'
import { pageOf, topicById } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** A topic that has no page looks in the sources that are here for what is said about it already. */
export const topicBecomesPage: Reaction = {
  name: 'topic-becomes-page',
  on: ['topic'],
  run: async (here, { topic = [] }) => {
    for (const id of topic) {
      // One that was joined to another is that other.
      const found = await topicById(here.tx, here.space.id, id)
      if (found && !(await pageOf(here.tx, here.space.id, found.id))) await wishCompile(here, found.id)
    }
  },
}

import { wishCompile } from '../../combination/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** A topic that was started looks in the sources that are here for what is said about it already. */
export const topicBecomesPage: Reaction = {
  name: 'topic-becomes-page',
  on: ['start-topic', 'begin-story', 'release'],
  run: async (here, { topic }) => {
    if (topic) await wishCompile(here, topic)
  },
}

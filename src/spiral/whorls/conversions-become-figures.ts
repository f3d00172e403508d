import { topicsLedTo } from '../../knowledge/index.ts'
import { conversionsById, type Range, type Reaction, recordedBetween, topicsOf } from '../../ledger/index.ts'
import type { Tx } from '../../store/index.ts'
import { countConversions } from './count-conversions.ts'
import { FIGURES } from './recount.ts'
import { recountTopic } from './recount-topic.ts'

/**
 * What was recorded is counted: the figures and whorls of its topics go on. Topics that were merged or parted, and those
 * of a conversion that was struck or came to another topic, are counted anew.
 */
export const conversionsBecomeFigures: Reaction = {
  name: FIGURES,
  on: ['conversion', 'merged'],
  together: true,
  run: async ({ tx, space }, { conversion = [], merged = [] }, range) => {
    if (range.cursor === range.upTo) await countConversions(tx, space.id, range.after, range.upTo)
    const changed = await changedBefore(tx, space.id, conversion, range)
    const topics = [...merged, ...changed]
    const now = await topicsLedTo(tx, space.id, [...new Set(topics)])
    for (const topic of new Set(topics.map(now))) await recountTopic(tx, space.id, topic, range.cursor)
  },
}

/** The topics of these conversions that were counted before, and of what is followed late. */
async function changedBefore(tx: Tx, space: string, ids: readonly string[], { after, upTo, cursor }: Range) {
  const before = (await conversionsById(tx, space, ids)).filter(({ seq }) => seq <= after).map(({ id }) => id)
  const late = cursor > upTo ? await recordedBetween(tx, space, after, upTo) : []
  return (await topicsOf(tx, space, [...before, ...late])).map(({ topic_id }) => topic_id)
}

import { topicsLedTo } from '../../knowledge/index.ts'
import { type Reaction, recordedBetween, topicsOf } from '../../ledger/index.ts'
import { countConversions } from './count-conversions.ts'
import { FIGURES } from './recount.ts'
import { recountTopic } from './recount-topic.ts'

/**
 * Counts new conversions into the figures and whorls of their topics. Topics that were merged or
 * parted, and those of a conversion that was struck or added to another topic, are recounted.
 */
export const conversionsBecomeFigures: Reaction = {
  name: FIGURES,
  on: ['conversion', 'merged'],
  together: true,
  run: async ({ tx, space }, { conversion = [], merged = [] }, range) => {
    const recorded = await recordedBetween(tx, space.id, range.after, range.upTo)
    const late = range.cursor > range.upTo
    if (!late) await countConversions(tx, space.id, recorded)
    const fresh = new Set<string>(recorded.map(({ id }) => id))
    // Recounts what changed retroactively, and entries followed late, since later ones were counted
    // already.
    const changed = late ? [...conversion, ...fresh] : conversion.filter((id) => !fresh.has(id))
    const topics = [...merged, ...(await topicsOf(tx, space.id, changed)).map(({ topic_id }) => topic_id)]
    const now = await topicsLedTo(tx, space.id, [...new Set(topics)])
    for (const topic of new Set(topics.map(now))) await recountTopic(tx, space.id, topic, range.cursor)
  },
}

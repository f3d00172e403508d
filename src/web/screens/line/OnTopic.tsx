import type { Fact, Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { FactWords } from './FactWords.tsx'
import { momentsOfFacts } from './moments-of.ts'

/** Evidence about the topic as a whole, apart from the line's own. */
export function OnTopic({ topic, facts }: { topic: Topic; facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <section className="on-topic">
      <h2>
        <Fill text={t.line.onTopic} topic={<TopicLink topic={topic} />} />
      </h2>
      <p className="quiet">{t.line.onTopicMore}</p>
      <ul className="plain-list">
        {momentsOfFacts(facts).map((moment) => (
          <li key={`${moment.kind} ${moment.at} ${moment.who.id}`}>
            <time dateTime={moment.at}>{day(moment.at)}</time> <FactWords moment={moment} whole />
          </li>
        ))}
      </ul>
    </section>
  )
}

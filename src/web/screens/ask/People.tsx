import type { Out, Person } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { OnRecord } from '../../parts/OnRecord.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'

type Found = Out<'what-was-said'>
type PeopleProps = { found: Found; onAsk: (of?: Person) => void }

/**
 * People who may know: in a large space those on record first, in a small one the room, without an
 * order of people.
 */
export function People({ found, onAsk }: PeopleProps) {
  const { here, topic, routed } = found
  const takesPart = useMay('member')
  const others = found.people.filter(({ me }) => !me)
  const room = takesPart && (
    <button type="button" className={here || (routed && others.length > 0) ? '' : 'first'} onClick={() => onAsk()}>
      {topic ? t.asking.room : t.asking.somebody}
    </button>
  )
  return (
    <section className="people-here">
      <h2>{here ? t.asking.still : t.asking.people}</h2>
      <p className="quiet">
        {topic ? <Fill text={t.asking.closest} topic={<TopicLink topic={topic} />} /> : t.asking.noTopic}
      </p>
      {!takesPart && <p className="quiet">{t.puzzled.readers}</p>}
      {!routed && room}
      {others.length > 0 && (
        <OnRecord label={t.asking.onRecord} people={routed ? others.slice(0, 3) : others} onAsk={onAsk} />
      )}
      {routed && room}
    </section>
  )
}

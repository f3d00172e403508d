import type { Out, Person, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { OnRecord } from '../../parts/OnRecord.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useAct } from '../../use-act.ts'

type HoldersProps = { topic: Topic; onAsk: (person?: Person) => void }
type Holder = Out<'who-knows'>['people'][number]

/** People to ask, in a useful order; in a small space the room, with people behind a press. */
export function Holders({ topic, onAsk }: HoldersProps) {
  const { routed, people } = useAct('who-knows', { topic: topic.path })
  if (!routed) return <TheRoom people={people} onAsk={onAsk} />
  return (
    <section>
      <h2>{t.topic.likesToBeAsked}</h2>
      {people.length === 0 && <p className="quiet">{t.topic.nobodyYet}</p>}
      <OnRecord people={people} onAsk={onAsk} />
    </section>
  )
}

function TheRoom({ people, onAsk }: { people: Holder[]; onAsk: HoldersProps['onAsk'] }) {
  const takesPart = useMay('member')
  return (
    <section>
      <h2>{t.topic.room}</h2>
      <p className="quiet">{people.length === 0 ? t.topic.nobodyYet : t.topic.roomMore}</p>
      {takesPart && (
        <button type="button" className="small" onClick={() => onAsk()}>
          {t.topic.room}
        </button>
      )}
      {people.length > 0 && (
        <details className="making">
          <summary>{t.topic.onRecord}</summary>
          <OnRecord people={people} onAsk={onAsk} />
        </details>
      )}
    </section>
  )
}

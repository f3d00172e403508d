import type { Person, Topic } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { Face } from '../../parts/Face.tsx'
import { reason } from '../../parts/reason.ts'
import { useMay } from '../../parts/use-role.ts'
import { useAct } from '../../use-act.ts'

/** Who likes to be asked, in the order worth asking, each with reasons and their days; never a number. */
export function Holders({ topic, onAsk }: { topic: Topic; onAsk: (person: Person) => void }) {
  const { people } = useAct('who-knows', { topic: topic.path })
  const takesPart = useMay('member')
  return (
    <section>
      <h2>{t.topic.likesToBeAsked}</h2>
      {people.length === 0 && <p className="quiet">{t.topic.nobodyYet}</p>}
      <ul className="holders">
        {people.map(({ person, reasons, me }) => (
          <li key={person.id}>
            <Face name={person.name} />
            <div>
              <p>
                {person.name}
                {me && <small> · {t.people.you}</small>}
              </p>
              {[...new Set(reasons.map(reason))].slice(0, 2).map((why) => (
                <small key={why}>{why}</small>
              ))}
            </div>
            {takesPart && !me && (
              <button type="button" className="small" onClick={() => onAsk(person)}>
                {t.ask.person(person.name)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

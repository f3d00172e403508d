import type { Out, Person } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Face } from './Face.tsx'
import { Press } from './Press.tsx'
import { reason } from './reason.ts'
import { useMay } from './use-role.ts'

type Holder = { person: Person; reasons: Out<'who-knows'>['people'][number]['reasons']; me?: boolean }
type OnRecordProps = {
  people: readonly Holder[]
  onAsk: (person: Person) => unknown
  label?: string
  /** A note on what asking them reveals. */
  note?: (name: string) => string
}

/** People with dated reasons, each with a button to ask; no numbers. */
export function OnRecord({ people, onAsk, label, note }: OnRecordProps) {
  const takesPart = useMay('member')
  return (
    <ul className="holders" aria-label={label}>
      {people.map(({ person, reasons, me }) => (
        <li key={person.id}>
          <Face name={person.name} />
          <div>
            <p>
              {person.name}
              {me && <small> · {t.people.you}</small>}
            </p>
            {[...new Set(reasons.map((why) => reason(why)))].slice(0, 2).map((why) => (
              <small key={why}>{why}</small>
            ))}
          </div>
          {takesPart && !me && (
            <Press className="small" title={note?.(person.name)} does={() => onAsk(person)}>
              {t.ask.person(person.name)}
            </Press>
          )}
        </li>
      ))}
    </ul>
  )
}

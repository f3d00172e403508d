import type { Out, Person } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { Face } from './Face.tsx'
import { reason } from './reason.ts'
import { useMay } from './use-role.ts'

type Holder = { person: Person; reasons: Out<'who-knows'>['people'][number]['reasons']; me?: boolean }
type OnRecordProps = {
  people: readonly Holder[]
  onAsk: (person: Person) => void
  busy?: boolean
  label?: string
  /** What asking them tells them besides. */
  note?: (name: string) => string
}

/** People with their reasons and their days, each to be asked; never a number. */
export function OnRecord({ people, onAsk, busy = false, label, note }: OnRecordProps) {
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
            <button
              type="button"
              className="small"
              title={note?.(person.name)}
              disabled={busy}
              onClick={() => onAsk(person)}
            >
              {t.ask.person(person.name)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

import type { Out } from '../contract.ts'
import { day, t } from '../messages/messages.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useAct, useDo } from '../use-act.ts'

type Parked = Out<'list-parked'>['parked'][number]

/** For the owner: what got stuck in the works, and trying it again. */
export function House() {
  const { parked } = useAct('list-parked', {})
  return (
    <div className="column">
      <Heading title={t.house.title} />
      {parked.length === 0 && <p className="lead">{t.house.none}</p>}
      <ul className="record">
        {parked.map((one) => (
          <OneParked key={`${one.reaction} ${one.seq}`} parked={one} />
        ))}
      </ul>
    </div>
  )
}

function OneParked({ parked: { reaction, seq, error, at } }: { parked: Parked }) {
  const retry = useDo('retry-parked')
  const again = () => retry.run({ reaction, seq }).then(() => announce(t.house.retried))
  return (
    <li>
      <div>
        <p>{t.house.at(reaction, day(at))}</p>
        <small>
          <code>{error}</code>
        </small>
        <RefusalNote error={retry.error} />
      </div>
      <button type="button" className="small" disabled={retry.busy} onClick={() => again().catch(() => undefined)}>
        {t.house.retry}
      </button>
    </li>
  )
}

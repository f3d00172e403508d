import { useState } from 'react'
import { t } from '../../messages/messages.ts'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useAct, useDo } from '../../use-act.ts'

const aMoment = 1000

/** What I brought earlier and what is still on its way, or could not be had: seen by nobody else. */
export function OnTheWay() {
  const { arrivals } = useAct(
    'list-arrivals',
    {},
    { every: (out) => (out?.arrivals.some(({ state }) => state === 'coming') ? aMoment : false) },
  )
  const open = arrivals.filter(({ state }) => state === 'refused')
  if (open.length === 0) return null
  return (
    <section className="on-the-way">
      <h2>{t.bring.onTheWay}</h2>
      <ul className="brought-list">
        {open.map((one) => (
          <NotIn key={one.id} id={one.id} name={one.name} fault={one.fault ?? ''} again={one.address !== null} />
        ))}
      </ul>
    </section>
  )
}

function NotIn({ id, name, fault, again }: { id: string; name: string; fault: string; again: boolean }) {
  const look = useDo('look-again')
  const forget = useDo('forget-arrival')
  const [busy, setBusy] = useState(false)
  const press = async (work: Promise<unknown>) => {
    setBusy(true)
    await work.catch(() => undefined)
    setBusy(false)
  }
  return (
    <li className="brought">
      <div>
        <p className="brought-title">{name}</p>
        <small lang="en">{fault}</small> <small>{t.bring.notKept}</small>
      </div>
      <div className="row">
        {again && (
          <button type="button" className="small" disabled={busy} onClick={() => press(look.run({ arrival: id }))}>
            {t.bring.tryAgain}
            <span className="unseen">: {name}</span>
          </button>
        )}
        <button
          type="button"
          className="plain small"
          disabled={busy}
          onClick={() => press(forget.run({ arrival: id }))}
        >
          {t.bring.leaveOut}
          <span className="unseen">: {name}</span>
        </button>
      </div>
      <RefusalNote error={look.error ?? forget.error} />
    </li>
  )
}

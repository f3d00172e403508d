import { t } from '../../messages/more.ts'
import { Press, Presses } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'
import { isBroughtHere } from './bring-document.ts'

/** The user's earlier arrivals: pending or refused; nobody else sees them. */
export function OnTheWay() {
  const { pages, more } = usePages('list-arrivals', {})
  const arrivals = pages.flatMap((page) => page.arrivals)
  const open = arrivals.filter(({ id, state }) => state === 'refused' && !isBroughtHere(id))
  if (open.length === 0) return null
  return (
    <section className="on-the-way">
      <h2>{t.bring.onTheWay}</h2>
      <ul className="brought-list">
        {open.map((one) => (
          <NotIn key={one.id} id={one.id} name={one.name} fault={one.fault ?? ''} again={one.address !== null} />
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

function NotIn({ id, name, fault, again }: { id: string; name: string; fault: string; again: boolean }) {
  const look = useDo('look-again')
  const forget = useDo('forget-arrival')
  return (
    <li className="brought">
      <div>
        <p className="brought-title">{name}</p>
        <small lang="en">{fault}</small> <small>{t.bring.notKept}</small>
      </div>
      <Presses>
        {again && (
          <Press className="small" does={() => look({ arrival: id })}>
            {t.bring.tryAgain}
            <span className="unseen">: {name}</span>
          </Press>
        )}
        <Press className="plain small" does={() => forget({ arrival: id })}>
          {t.bring.leaveOut}
          <span className="unseen">: {name}</span>
        </Press>
      </Presses>
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useAct } from '../../use-act.ts'

/** What I brought before, each with the way back to what was found in it. */
export function EarlierTurns() {
  const scans = useAct('list-scans', {}).scans.filter(({ state }) => state !== 'sending')
  const space = useSpace()
  if (scans.length === 0) return null
  return (
    <section className="earlier">
      <h2>{t.turn.earlier}</h2>
      <ul className="record">
        {scans.map(({ id, name, begunAt }) => (
          <li key={id}>
            <div>
              <Link to="/$space/turn/$turn" params={{ space, turn: id }} className="link">
                {name}
              </Link>
              <small> {shortDay(begunAt)}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

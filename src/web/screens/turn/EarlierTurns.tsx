import { Link } from '@tanstack/react-router'
import { shortDay, t } from '../../messages/messages.ts'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { usePages } from '../../use-pages.ts'

/** What I brought before, each with the way back to what was found in it. */
export function EarlierTurns() {
  const { pages, more } = usePages('list-turns', { most: 50 })
  const turns = pages.flatMap((page) => page.turns).filter(({ state }) => state !== 'sending')
  const space = useSpace()
  if (turns.length === 0) return null
  return (
    <section className="earlier">
      <h2>{t.turn.earlier}</h2>
      <ul className="record">
        {turns.map(({ id, name, begunAt }) => (
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
      <ShowMore more={more} />
    </section>
  )
}

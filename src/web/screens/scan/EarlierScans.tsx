import { Link } from '@tanstack/react-router'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { usePages } from '../../use-pages.ts'

/** The user's scans, each with a link to its findings. */
export function EarlierScans() {
  const { pages, more } = usePages('list-scans', { most: 50 })
  const scans = pages.flatMap((page) => page.scans).filter(({ state }) => state !== 'sending')
  const space = useSpace()
  if (scans.length === 0) return null
  return (
    <section className="earlier">
      <h2>{t.scan.earlier}</h2>
      <ul className="record">
        {scans.map(({ id, name, begunAt }) => (
          <li key={id}>
            <div>
              <Link to="/$space/scan/$scan" params={{ space, scan: id }} className="link">
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

import { Link } from '@tanstack/react-router'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

/** The user's own unanswered searches, until answered or deleted. */
export function LookedFor() {
  const { pages, more } = usePages('list-missing', { of: 'mine' })
  const mine = pages.flatMap((page) => page.mine)
  const drop = useDo('drop-missing')
  const space = useSpace()
  if (mine.length === 0) return null
  const forget = (missing: string) => drop({ missing }).then(() => announce(t.asking.forgotten))
  return (
    <section>
      <h2 className="aside-name">{t.asking.mine}</h2>
      <ul className="mine">
        {mine.map(({ id, words, foundAt }) => (
          <li key={id}>
            <p>
              <Link to="/$space/ask" params={{ space }} search={{ q: words }} className="link">
                {words}
              </Link>
              {foundAt && <small> · {t.asking.hereNow}</small>}
            </p>
            <Press className="small plain" aria-label={`${t.asking.forget}: ${words}`} does={() => forget(id)}>
              {t.asking.forget}
            </Press>
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

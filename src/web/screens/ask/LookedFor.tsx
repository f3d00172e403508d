import { Link } from '@tanstack/react-router'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press } from '../../parts/Press.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useAct, useDo } from '../../use-act.ts'

/** What I looked for in vain, seen by me alone, until it is here or I forget it. */
export function LookedFor() {
  const { mine } = useAct('list-missing', {})
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
    </section>
  )
}

import { t } from '../messages/more.ts'
import { useDo } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { announce } from './Announcer.tsx'
import { Press } from './Press.tsx'
import { ShowMore } from './ShowMore.tsx'
import { TopicLink } from './TopicLink.tsx'
import { useMay } from './use-role.ts'

/** The list of what the room was told is missing, without names or counts. */
export function NotHere() {
  const { pages, more } = usePages('list-missing', { of: 'room' })
  const room = pages.flatMap((page) => page.room)
  const keeps = useMay('keeper')
  const drop = useDo('drop-missing')
  if (room.length === 0) return null
  const takeOff = (missing: string) => drop({ missing }).then(() => announce(t.asking.forgotten))
  return (
    <section className="not-here">
      <h2>{t.asking.notHere}</h2>
      <p className="quiet">{t.asking.notHereMore}</p>
      <ul>
        {room.map(({ id, words, topic }) => (
          <li key={id}>
            <p>{words}</p>
            {topic && (
              <small>
                <TopicLink topic={topic} />
              </small>
            )}
            {keeps && (
              <Press className="small plain" aria-label={`${t.asking.takeOff}: ${words}`} does={() => takeOff(id)}>
                {t.asking.takeOff}
              </Press>
            )}
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

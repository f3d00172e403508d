import { t } from '../messages/more.ts'
import { useAct, useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { Press } from './Press.tsx'
import { TopicLink } from './TopicLink.tsx'
import { useMay } from './use-role.ts'

/** What people looked for and the room was told is missing: words, at most a topic, and nobody's name or number. */
export function NotHere() {
  const { room } = useAct('list-missing', {})
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
    </section>
  )
}

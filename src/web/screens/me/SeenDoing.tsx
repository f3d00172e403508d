import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useHouse } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Doing = Out<'my-doings'>['doings'][number]

/**
 * One's witnessed doings, as doer and witness, with what was unusual; nothing if there are none.
 */
export function SeenDoing() {
  const { pages, more } = usePages('my-doings', { most: 20 })
  const doings = pages.flatMap((page) => page.doings)
  if (doings.length === 0) return null
  return (
    <section>
      <h2>{t.me.doings}</h2>
      <p className="quiet">{t.me.doingsMore}</p>
      <ul className="record">
        {doings.map((one) => (
          <OneDoing key={one.doing} doing={one} />
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

function OneDoing({ doing: { topic, on, who, witness, help, words, unusual, unusualSeen } }: { doing: Doing }) {
  const { me } = useHouse('list-spaces', {})
  const mine = who.id === me.id
  const other = mine ? witness : who
  return (
    <li>
      <div>
        <p>
          <Fill
            text={t.me[help === 'watched' ? 'watched' : 'did'][mine ? 'me' : 'them']}
            topic={<TopicLink topic={topic} />}
            name={other.name}
            on={day(on)}
          />
        </p>
        {words && <blockquote className="question-words">{words}</blockquote>}
        <Unusual by={mine ? null : who.name} words={unusual} />
        <Unusual by={mine ? witness.name : null} words={unusualSeen} />
      </div>
    </li>
  )
}

/** What doer or witness found unusual; without a name, one's own note. */
function Unusual({ by, words }: { by: string | null; words: string | null }) {
  if (!words) return null
  return (
    <>
      <small>{by === null ? t.me.unusualMine : t.me.unusualOf(by)}</small>
      <blockquote className="question-words">{words}</blockquote>
    </>
  )
}

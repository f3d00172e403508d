import type { Conversion, Topic } from '../../contract.ts'
import { list, shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { Spiral } from '../../spiral/Spiral.tsx'
import { openModes, type Thread, threadOf } from '../../spiral/spiral-geometry.ts'
import { useAct } from '../../use-act.ts'

/** How a topic came here: its spiral, small, and the same in words behind it. */
export function HowItCame({ topic }: { topic: Topic }) {
  const { conversions } = useAct('topic-spiral', { topic: topic.path })
  const thread = threadOf(conversions)
  return (
    <section>
      <h2>{t.topic.howItCame}</h2>
      <Spiral threads={conversions.length ? [thread] : []} label={sentence(topic.title, thread)} />
      {conversions.length > 0 && (
        <details>
          <summary>{t.topic.inWords}</summary>
          <ol className="happened">
            {conversions.map((conversion) => (
              <li key={conversion.id}>
                <Mark mode={conversion.mode} />
                <span>
                  <Happened conversion={conversion} />, <time dateTime={conversion.at}>{shortDay(conversion.at)}</time>
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** The ways of taking part in which somebody gives, or does it themselves. */
const gives = new Set(['showed', 'said', 'put-together', 'did'])

function Happened({ conversion }: { conversion: Conversion }) {
  const { mode, parts } = conversion
  const from = parts.find(({ how }) => gives.has(how))?.person
  const other = parts.find(({ how }) => !gives.has(how))?.person
  const ways = t.happened[mode]
  const text = from && other ? ways.both : from ? ways.one : ways.none
  return <Fill text={text} from={from?.name} with={other?.name} />
}

/** The picture in a sentence: rounds closed, and how far the open one got. */
function sentence(title: string, thread: Thread): string {
  if (thread.cells.length === 0) return t.spiral.empty(title)
  const open = openModes(thread).map((mode) => t.modes[mode])
  return t.spiral.sentence(title, thread.closed, list(open))
}

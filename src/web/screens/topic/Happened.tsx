import { Suspense, useState } from 'react'
import type { Conversion, Topic } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { Quiet } from '../../parts/Quiet.tsx'
import { useAct } from '../../use-act.ts'
import { Strike } from './Strike.tsx'

/** The conversions of a topic in words, the latest first. */
export function Happened({ topic, after }: { topic: Topic; after?: string }) {
  const { conversions, next } = useAct('topic-spiral', { topic: topic.path, ...(after && { after }) })
  return (
    <>
      {next && <Earlier topic={topic} after={next} />}
      <ol className="happened">
        {conversions.map((conversion) => (
          <li key={conversion.id}>
            <Mark mode={conversion.mode} />
            <span>
              <Step conversion={conversion} />, <time dateTime={conversion.at}>{shortDay(conversion.at)}</time>
              {conversion.mine && <Strike conversion={conversion.id} />}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Earlier({ topic, after }: { topic: Topic; after: string }) {
  const [open, setOpen] = useState(false)
  if (open)
    return (
      <Suspense fallback={<Quiet />}>
        <Happened topic={topic} after={after} />
      </Suspense>
    )
  return (
    <button type="button" className="plain" onClick={() => setOpen(true)}>
      {t.topic.earlier}
    </button>
  )
}

/** The parts of those who gave something, or did it. */
const gives = new Set(['showed', 'said', 'put-together', 'did'])

function Step({ conversion }: { conversion: Conversion }) {
  const { mode, parts } = conversion
  const from = parts.find(({ how }) => gives.has(how))?.person
  const other = parts.find(({ how }) => !gives.has(how))?.person
  const ways = t.happened[mode]
  const text = from && other ? ways.both : from ? ways.one : ways.none
  return <Fill text={text} from={from?.name} with={other?.name} />
}

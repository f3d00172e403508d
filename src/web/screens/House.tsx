import type { Out } from '../contract.ts'
import { moment } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press, Presses } from '../parts/Press.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useDo } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { TheModel } from './house/TheModel.tsx'

type Parked = Out<'list-parked'>['parked'][number]

/** The House screen, for owners: parked failures with reason and time, and retrying them. */
export function House() {
  const { pages, more } = usePages('list-parked', {})
  const parked = pages.flatMap((page) => page.parked)
  const retry = useDo('retry-parked')
  const all = async () => {
    for (const { reaction, seq } of parked) await retry({ reaction, seq })
    announce(t.house.retried)
  }
  return (
    <div className="column">
      <Heading title={t.house.title} />
      <p className="lead">{parked.length > 0 ? t.house.lead : t.house.none}</p>
      {parked.length === 0 && <p className="quiet after">{t.house.noneMore}</p>}
      {parked.length > 1 && (
        <Presses className="row moves">
          <Press does={all}>{t.house.retryAll}</Press>
        </Presses>
      )}
      <ul className="record stuck">
        {parked.map((one) => (
          <OneParked key={`${one.reaction} ${one.seq}`} parked={one} />
        ))}
      </ul>
      <ShowMore more={more} />
      <TheModel />
    </div>
  )
}

function OneParked({ parked: { reaction, seq, error, at } }: { parked: Parked }) {
  const retry = useDo('retry-parked')
  const again = () => retry({ reaction, seq }).then(() => announce(t.house.retried))
  return (
    <li>
      <div>
        <p>{stepOf(reaction)}</p>
        <small>
          <time dateTime={at}>{moment(at)}</time> · <code>{reaction}</code>
        </small>
      </div>
      <Press className="small" does={again}>
        {t.house.retry}
      </Press>
      <figure>
        <figcaption className="unseen">{t.house.error}</figcaption>
        <pre>{error}</pre>
      </figure>
    </li>
  )
}

/** Names a failed step: a reaction by its name, others as a job. */
function stepOf(reaction: string): string {
  const name = reaction.startsWith('job:') ? 'job' : reaction
  return name in t.house.steps ? t.house.steps[name as keyof typeof t.house.steps] : t.house.steps.other
}

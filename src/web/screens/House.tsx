import type { Out } from '../contract.ts'
import { moment, t } from '../messages/messages.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useAct, useDo } from '../use-act.ts'
import { TheModel } from './house/TheModel.tsx'

type Parked = Out<'list-parked'>['parked'][number]

const aWhile = 5_000

/** For the owner: what got stuck in the works, why and when, and trying it again. */
export function House() {
  const { parked } = useAct('list-parked', {}, { every: () => aWhile })
  const retry = useDo('retry-parked')
  const all = async () => {
    for (const { reaction, seq } of parked) await retry.run({ reaction, seq })
    announce(t.house.retried)
  }
  return (
    <div className="column">
      <Heading title={t.house.title} />
      <p className="lead">{parked.length > 0 ? t.house.lead : t.house.none}</p>
      {parked.length === 0 && <p className="quiet after">{t.house.noneMore}</p>}
      {parked.length > 1 && (
        <p className="row moves">
          <button type="button" disabled={retry.busy} onClick={() => all().catch(() => undefined)}>
            {t.house.retryAll}
          </button>
          <RefusalNote error={retry.error} />
        </p>
      )}
      <ul className="record stuck">
        {parked.map((one) => (
          <OneParked key={`${one.reaction} ${one.seq}`} parked={one} />
        ))}
      </ul>
      <TheModel />
    </div>
  )
}

function OneParked({ parked: { reaction, seq, error, at } }: { parked: Parked }) {
  const retry = useDo('retry-parked')
  const again = () => retry.run({ reaction, seq }).then(() => announce(t.house.retried))
  return (
    <li>
      <div>
        <p>{stepOf(reaction)}</p>
        <small>
          <time dateTime={at}>{moment(at)}</time> · <code>{reaction}</code>
        </small>
      </div>
      <button type="button" className="small" disabled={retry.busy} onClick={() => again().catch(() => undefined)}>
        {t.house.retry}
      </button>
      <figure>
        <figcaption className="unseen">{t.house.error}</figcaption>
        <pre>{error}</pre>
      </figure>
      <RefusalNote error={retry.error} />
    </li>
  )
}

/** What did not go through, in words: a reaction by its name, anything that was a job as one. */
function stepOf(reaction: string): string {
  const name = reaction.startsWith('job:') ? 'job' : reaction
  return name in t.house.steps ? t.house.steps[name as keyof typeof t.house.steps] : t.house.steps.other
}

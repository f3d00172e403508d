import type { Topic } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { RefusalNote } from './Refusal.tsx'

type StillHoldsProps = {
  topic: Topic
  version: number
  cited: { name: string; fromLine: number; toLine: number }
}

/** One press of somebody who has read both: what the page says may go on resting on it. */
export function StillHolds({ topic, version, cited: { name, fromLine, toLine } }: StillHoldsProps) {
  const holds = useDo('still-holds')
  const press = async () => {
    await holds.run({ topic: topic.id, version, name, fromLine, toLine })
    announce(t.mend.holdsNow(topic.title))
  }
  return (
    <>
      <button type="button" disabled={holds.busy} onClick={() => press().catch(() => undefined)}>
        {t.mend.holds}
        <span className="unseen">: {name}</span>
      </button>
      <RefusalNote error={holds.error} />
    </>
  )
}

/** What cited lines said, and what stands there now. */
export function WasAndNow({ was, now }: { was: string; now: string }) {
  return (
    <div className="sides">
      <figure>
        <blockquote>{was}</blockquote>
        <figcaption className="quiet">{t.mend.was}</figcaption>
      </figure>
      <figure>
        <blockquote>{now || t.mend.gone}</blockquote>
        <figcaption className="quiet">{t.mend.nowSays}</figcaption>
      </figure>
    </div>
  )
}

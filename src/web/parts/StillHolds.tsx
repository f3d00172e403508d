import { Fragment } from 'react'
import type { Citation, Topic } from '../contract.ts'
import { t } from '../messages/more.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { Press } from './Press.tsx'

type StillHoldsProps = {
  topic: Topic
  version: number
  cited: { name: string; fromLine: number; toLine: number }
}

/** A button that confirms a citation after its lines changed. */
export function StillHolds({ topic, version, cited: { name, fromLine, toLine } }: StillHoldsProps) {
  const holds = useDo('still-holds')
  const press = async () => {
    await holds({ topic: topic.id, version, name, fromLine, toLine })
    announce(t.check.holdsNow(topic.title))
  }
  return (
    <Press does={press}>
      {t.check.holds}
      <span className="unseen">: {name}</span>
    </Press>
  )
}

type Spans = NonNullable<Citation['changed']>['spans']

/** The old and the present wording of cited lines, with differences marked. */
export function WasAndNow({ now, spans }: { now: string; spans: Spans }) {
  const side = (other: 'added' | 'taken-out') =>
    spans.map(({ kind, text }, n) => {
      if (kind === other) return null
      const Words = kind === 'same' ? Fragment : kind === 'added' ? 'ins' : 'del'
      // biome-ignore lint/suspicious/noArrayIndexKey: the words that were cited never move
      return <Words key={n}>{text}</Words>
    })
  return (
    <div className="sides was-and-now">
      <figure>
        <blockquote>{side('added')}</blockquote>
        <figcaption className="quiet">{t.check.was}</figcaption>
      </figure>
      <figure>
        <blockquote>{now ? side('taken-out') : t.check.gone}</blockquote>
        <figcaption className="quiet">{t.check.nowSays}</figcaption>
      </figure>
    </div>
  )
}

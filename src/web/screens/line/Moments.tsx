import type { ReactNode } from 'react'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { voiceName } from '../../parts/voice.ts'
import { FactWords } from './FactWords.tsx'
import type { Moment } from './moments-of.ts'

const between = 180

/** The moments of a line along a thread, each with its mode's mark, animated in order. */
export function Moments({ moments, label }: { moments: Moment[]; label: string }) {
  return (
    <ol className="moments" aria-label={label}>
      {moments.map((moment, k) => (
        <li
          key={`${moment.kind} ${moment.at} ${'who' in moment ? moment.who.id : ''}`}
          className={`moment ${moment.kind} ${moment.mode}`}
          style={{ animationDelay: `${k * between}ms` }}
        >
          <time dateTime={moment.at}>{day(moment.at)}</time>
          <Mark mode={moment.mode} open={moment.kind === 'asked' || moment.kind === 'remembers'} />
          <div>{told(moment)}</div>
        </li>
      ))}
    </ol>
  )
}

function told(moment: Moment): ReactNode {
  switch (moment.kind) {
    case 'asked':
      return (
        <SaidOf
          text={moment.bySpeaker ? t.line.asksAndSays : moment.asker ? t.line.asked : t.line.askedNew}
          name={moment.asker?.name ?? ''}
          words={moment.words}
        />
      )
    case 'said':
      return <SaidOf text={t.line.said} name={voiceName(moment.by)} words={moment.words} />
    case 'shown':
      return (
        <p>
          <Fill text={t.line.shown} by={moment.by.name} to={moment.to.name} />
        </p>
      )
    case 'page':
      return (
        <p>
          <Fill text={t.line.onPage} topic={<TopicLink topic={moment.topic} />} />
        </p>
      )
    default:
      return (
        <p>
          <FactWords moment={moment} />
        </p>
      )
  }
}

function SaidOf({ text, name, words }: { text: string; name: string; words: string }) {
  return (
    <>
      <p>
        <Fill text={text} name={name} />
      </p>
      <blockquote>{words}</blockquote>
    </>
  )
}

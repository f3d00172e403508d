import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Out, Topic } from '../contract.ts'
import { day, t } from '../messages/messages.ts'
import { Heading } from '../parts/Heading.tsx'
import { Mark } from '../parts/Mark.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'

type Read = Out<'read-source'>

/** A source as it was: who said it and when, the question it answered, its lines by number. */
export function Source() {
  const id = useParams({ strict: false, select: (params) => params.source ?? '' })
  const read = useAct('read-source', { source: id })
  const { source, claims } = read
  const space = useSpace()
  const unconfirmed = source.mine && claims.some((claim) => !claim.confirmedAt)
  return (
    <div className="column source">
      <Origin source={source} topic={claims[0]?.topic} />
      {unconfirmed && (
        <p className="row only-you">
          <span className="quiet">{t.source.onlyYou}</span>
          <Link to="/$space/check/$source" params={{ space, source: source.id }} className="button small">
            {t.source.check}
          </Link>
        </p>
      )}
      <Lines read={read} />
    </div>
  )
}

function Origin({ source, topic }: { source: Read['source']; topic: Topic | undefined }) {
  const { speaker, question, mine } = source
  const title = speaker ? t.line.heading(speaker.name) : (source.title ?? source.name)
  const on = day(source.at)
  return (
    <>
      <Heading title={title} />
      <p className="quiet">
        {speaker ? (mine ? t.source.youSaid(on) : t.source.saidBy(speaker.name, on)) : t.source.broughtIn(on)}
        {source.origin && ` · ${t.source.origin} ${source.origin}`}
        {!question && topic && (
          <>
            {' · '}
            <TopicLink topic={topic} />
          </>
        )}
      </p>
      {question && (
        <div className="answering">
          <small className="row note">
            <Mark mode="socialisation" />
            <span>
              {question.askedBy ? t.source.answering(question.askedBy.name) : t.source.answeringNew} ·{' '}
              <TopicLink topic={question.topic} />
            </span>
          </small>
          <blockquote className="question-words">{question.words}</blockquote>
        </div>
      )}
    </>
  )
}

/** A file's lines; what it says of itself before its text is folded away, unless that is what was cited. */
function Lines({ read }: { read: Read }) {
  const [from] = useMarkedLines()
  const { lines } = read
  const ends = lines[0]?.text === '---' ? lines.findIndex(({ n, text }) => n > 1 && text === '---') + 1 : 0
  const words = lines.slice(ends)
  const first = words.findIndex(({ text }) => text !== '')
  return (
    <>
      <NumberedLines read={read} lines={words.slice(Math.max(0, first))} label={t.source.lines} />
      {ends > 0 && (
        <details open={from > 0 && from <= ends}>
          <summary>{t.source.ofItself}</summary>
          <NumberedLines read={read} lines={lines.slice(0, ends)} label={t.source.ofItself} />
        </details>
      )}
    </>
  )
}

type NumberedLinesProps = { read: Read; lines: Read['lines']; label: string }

function NumberedLines({ read: { source, claims }, lines, label }: NumberedLinesProps) {
  const [from, to] = useMarkedLines()
  const space = useSpace()
  useEffect(() => {
    if (from) document.getElementById(`L${from}`)?.scrollIntoView({ block: 'center' })
  }, [from])
  return (
    <ol className="lines" aria-label={label}>
      {lines.map(({ n, text }) => {
        const claim = claims.find((one) => one.toLine === n && one.confirmedAt)
        return (
          <li key={n} id={`L${n}`} value={n} className={n >= from && n <= to ? 'marked' : undefined}>
            <span className="number" aria-hidden="true">
              {n}
            </span>
            <div>
              {text === null ? (
                <em className="quiet">{t.source.leftOut(source.speaker?.name ?? t.notHere)}</em>
              ) : (
                text || '\u00a0'
              )}
              {claim && text !== null && (
                <Link to="/$space/line/$claim" params={{ space, claim: claim.id }} className="cite">
                  {t.source.whatBecame}
                </Link>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function useMarkedLines(): [number, number] {
  const hash = useLocation({ select: (at) => at.hash })
  const [, from, to] = /^L(\d+)(?:-L?(\d+))?$/.exec(hash) ?? []
  return [Number(from ?? 0), Number(to ?? from ?? 0)]
}

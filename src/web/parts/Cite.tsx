import { Link } from '@tanstack/react-router'
import type { Citation } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { useSpace } from './use-space.ts'
import { saidBy } from './voice.ts'

/**
 * A citation: the speaker and date, or the source and lines. It leads to the line's way, else to
 * the source. With `brief` only the lines are shown, since the next citation names the source.
 */
export function Cite({ citation, brief = false }: { citation: Citation; brief?: boolean }) {
  const space = useSpace()
  const { source, claim, fromLine, toLine } = citation
  const number = brief && fromLine ? fromLine : undefined
  if (claim) {
    return (
      <>
        {' '}
        <Link
          to="/$space/line/$claim"
          params={{ space, claim }}
          className="cite"
          aria-label={number === undefined ? undefined : t.topic.citePlace(citeName(citation), t.topic.line(number))}
        >
          {number ?? citeName(citation)}
        </Link>
      </>
    )
  }
  if (!source) {
    return (
      <>
        {' '}
        <span className="cite">{t.topic.notHeld(citation.name)}</span>
      </>
    )
  }
  return (
    <>
      {' '}
      <Link
        to="/$space/source/$source"
        params={{ space, source }}
        {...(fromLine ? { hash: `L${fromLine}-L${toLine ?? fromLine}` } : {})}
        className={citation.changed ? 'cite outdated' : 'cite'}
      >
        {citeName(citation)}
        {citation.changed && <span className="unseen"> ({t.topic.citesChanged})</span>}
      </Link>
    </>
  )
}

function citeName({ name, title, voice, saidAt, fromLine, toLine, page }: Citation): string {
  const by = saidBy(voice)
  if (by) return saidAt ? t.topic.cite(by, day(saidAt)) : by
  const called = (title || name).replace(/\.md$/, '')
  if (!fromLine) return called
  const lines = toLine && toLine !== fromLine ? t.topic.lines(fromLine, toLine) : t.topic.line(fromLine)
  return t.topic.citePlace(called, page ? t.topic.page(page, lines) : lines)
}

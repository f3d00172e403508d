import { Link } from '@tanstack/react-router'
import type { Citation } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { useSpace } from './use-space.ts'

/**
 * A citation: who said it and when, or which lines of what; leads to what became of it, else to the source. A brief one
 * says its line only, where the next one says the rest.
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

function citeName({ name, title, speaker, saidAt, fromLine, toLine, page }: Citation): string {
  if (speaker) return saidAt ? t.topic.cite(speaker.name, day(saidAt)) : speaker.name
  const called = (title || name).replace(/\.md$/, '')
  if (!fromLine) return called
  const lines = toLine && toLine !== fromLine ? t.topic.lines(fromLine, toLine) : t.topic.line(fromLine)
  return t.topic.citePlace(called, page ? t.topic.page(page, lines) : lines)
}

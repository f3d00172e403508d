import { Link } from '@tanstack/react-router'
import type { Citation } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useSpace } from '../../parts/use-space.ts'
import { saidBy } from '../../parts/voice.ts'

/** The sources of a page, each once. */
export function Sources({ citations }: { citations: Citation[] }) {
  const space = useSpace()
  const once = [...new Map(citations.map((citation) => [citation.name, citation])).values()]
  if (once.length === 0) return null
  return (
    <section>
      <h2>{t.topic.sources}</h2>
      <ul className="sources">
        {once.map((citation) => (
          <li key={citation.name}>
            {citation.source ? (
              <Link to="/$space/source/$source" params={{ space, source: citation.source }} className="link">
                {nameOf(citation)}
              </Link>
            ) : (
              t.topic.notHeld(citation.name)
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ voice, saidAt, title, name }: Citation): string {
  const by = saidBy(voice)
  if (by && saidAt) return t.topic.cite(by, shortDay(saidAt))
  return title ?? name
}

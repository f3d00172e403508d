import { Link } from '@tanstack/react-router'
import type { Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { voiceName } from '../../parts/voice.ts'
import { usePages } from '../../use-pages.ts'

/** The confirmed lines of a topic that are on no page yet. */
export function WhatWasSaid({ topic }: { topic: Topic }) {
  const { pages, more } = usePages('list-claims', { topic: topic.path })
  const claims = pages.flatMap((page) => page.claims)
  const space = useSpace()
  if (claims.length === 0) return null
  return (
    <div className="text">
      <h2>{t.topic.said}</h2>
      {claims.map((claim) => (
        <blockquote key={claim.id} className="voice">
          {claim.statement}
          <footer>
            <Link to="/$space/line/$claim" params={{ space, claim: claim.id }} className="link">
              {t.topic.cite(voiceName(claim.voice), day(claim.confirmedAt ?? claim.proposedAt))}
            </Link>
          </footer>
        </blockquote>
      ))}
      <ShowMore more={more} />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import type { Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useAct } from '../../use-act.ts'

/** Lines that are confirmed and on no page yet. */
export function WhatWasSaid({ topic }: { topic: Topic }) {
  const { claims } = useAct('list-claims', { topic: topic.path })
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
              {t.topic.cite(claim.speaker.name, day(claim.confirmedAt ?? claim.proposedAt))}
            </Link>
          </footer>
        </blockquote>
      ))}
    </div>
  )
}

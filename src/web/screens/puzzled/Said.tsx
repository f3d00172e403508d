import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'
import { useSpace } from '../../parts/use-space.ts'

type Hit = Out<'search'>['hits'][number]

/** What was said already, in its own words, with the way to where it stands. */
export function Said({ hit }: { hit: Hit }) {
  return (
    <>
      <small className="row note">
        <Mark mode="combination" />
        <span>{t.puzzled.said}</span>
      </small>
      <blockquote className="question-words">{hit.words}</blockquote>
      <p>
        <Where hit={hit} />
      </p>
    </>
  )
}

function Where({ hit }: { hit: Hit }): ReactNode {
  const space = useSpace()
  const { kind, title, by, at, topic } = hit
  const thing = hit.id.slice(kind.length + 1)
  if (kind === 'claim') {
    return (
      <Link to="/$space/line/$claim" params={{ space, claim: thing }} className="link">
        {t.puzzled.where.claim(by?.name ?? '', shortDay(at))}
      </Link>
    )
  }
  if (kind === 'source') {
    return (
      <Link to="/$space/source/$source" params={{ space, source: thing }} className="link">
        {t.puzzled.where.source(title)}
      </Link>
    )
  }
  return (
    <Link to="/$space/t/$" params={{ space, _splat: topic ?? '' }} className="link">
      {t.puzzled.where.page(title)}
    </Link>
  )
}

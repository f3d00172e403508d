import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { saidBy } from '../../parts/voice.ts'

type Hit = Out<'search'>['hits'][number]

/** A passage that may answer, quoted, with a link to its place. */
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
        {t.puzzled.where.claim(saidBy(by) ?? '', shortDay(at))}
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

import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Claim } from '../contract.ts'
import { t } from '../messages/more.ts'
import { DidItSheet } from '../parts/DidItSheet.tsx'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { voiceName } from '../parts/voice.ts'
import { usePages } from '../use-pages.ts'
import { Moments } from './line/Moments.tsx'
import { momentsOf } from './line/moments-of.ts'
import { OnTopic } from './line/OnTopic.tsx'
import { TakingOut } from './line/TakingOut.tsx'

/** The Line screen: a claim's way back to its speaker, and forward to who remembers and did it. */
export function Line() {
  const id = useParams({ strict: false, select: (params) => params.claim ?? '' })
  const { first, pages, more } = usePages('lineage', { claim: id })
  const { claim } = first
  const lineage = {
    ...first,
    forward: pages.flatMap((page) => page.forward),
    onTopic: pages.flatMap((page) => page.onTopic),
  }
  const space = useSpace()
  return (
    <div className="column line-screen">
      <p className="note quiet">
        <TopicLink topic={claim.topic} />
      </p>
      <Heading title={t.line.heading(voiceName(claim.voice))} className="sentence">
        {claim.statement}
      </Heading>
      {claim.holdsWhen && (
        <p className="quiet holds">
          {t.line.holdsWhen}: {claim.holdsWhen}
        </p>
      )}
      <OnlyIn area={claim.topic.area} />
      {!claim.confirmedAt && <p className="quiet">{t.line.notConfirmed}</p>}
      <Moments moments={momentsOf(lineage)} label={t.line.label} />
      <OnTopic topic={claim.topic} facts={lineage.onTopic} />
      <ShowMore more={more} />
      <div className="goes-on">
        <p className="say">{t.line.goesOn}</p>
        {lineage.forward.length === 0 && <p className="quiet">{t.line.goesOnMore}</p>}
        <div className="row">
          <Link to="/$space/practise/$" params={{ space, _splat: claim.topic.path }} className="button">
            {t.practise.title}
          </Link>
          <Link
            to="/$space/source/$source"
            params={{ space, source: claim.source.id }}
            hash={`L${claim.fromLine}-L${claim.toLine}`}
            className="button plain"
          >
            {t.line.source}
          </Link>
          <DoneThis claim={claim} />
          <TakingOut claim={claim} />
        </div>
      </div>
    </div>
  )
}

/** A button for recording that one did what this line says. */
function DoneThis({ claim }: { claim: Claim }) {
  const [open, setOpen] = useState(false)
  const takesPart = useMay('member')
  if (!takesPart || !claim.confirmedAt) return null
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {t.line.didIt}
      </button>
      <DidItSheet open={open} onClose={() => setOpen(false)} topic={claim.topic} line={claim} />
    </>
  )
}

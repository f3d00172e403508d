import { Link, useParams } from '@tanstack/react-router'
import { t } from '../messages/messages.ts'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace } from '../parts/use-space.ts'
import { usePages } from '../use-pages.ts'
import { Moments } from './line/Moments.tsx'
import { momentsOf } from './line/moments-of.ts'
import { TakingOut } from './line/TakingOut.tsx'

/** One sentence and its way: back to who said it and when, forward to who remembers it and was seen doing it. */
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
      <Heading title={t.line.heading(claim.speaker.name)} className="sentence">
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
          <TakingOut claim={claim} />
        </div>
      </div>
    </div>
  )
}

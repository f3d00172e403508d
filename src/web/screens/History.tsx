import { useSearch } from '@tanstack/react-router'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useTopicPath } from '../parts/use-space.ts'
import { usePages } from '../use-pages.ts'
import { VersionLink } from './history/VersionLink.tsx'
import { WhatChanged } from './history/WhatChanged.tsx'

/** The History screen: a page's versions and their changes. */
export function History() {
  const path = useTopicPath()
  const { first, pages, more } = usePages('page-history', { topic: path, most: 20 })
  const { topic } = first
  const versions = pages.flatMap((page) => page.versions)
  const { v, since } = useSearch({ strict: false })
  const newest = versions[0]?.version ?? 1
  return (
    <div className="history">
      <article>
        <Heading title={t.history.title(topic.title)} />
        <OnlyIn area={topic.area} />
        <p className="quiet">
          <TopicLink topic={topic}>{t.history.asItIs}</TopicLink>
        </p>
        <WhatChanged key={`${v} ${since}`} topic={topic} version={v ?? newest} since={since} />
      </article>
      <aside>
        <section>
          <h2>{t.history.versions}</h2>
          <ol className="versions">
            {versions.map((version) => (
              <VersionLink key={version.version} version={version} shown={version.version === (v ?? newest)} />
            ))}
          </ol>
          <ShowMore more={more} label={t.history.earlier} />
        </section>
      </aside>
    </div>
  )
}

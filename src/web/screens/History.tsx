import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useTopicPath } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'
import { VersionLink } from './history/VersionLink.tsx'
import { WhatChanged } from './history/WhatChanged.tsx'

type Version = Out<'page-history'>['versions'][number]

/** How a page came to say what it says: its versions, and what each changed. */
export function History() {
  const path = useTopicPath()
  const { topic, versions, more } = useAct('page-history', { topic: path })
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
          <Versions shown={v ?? newest} versions={versions} more={more} />
        </section>
      </aside>
    </div>
  )
}

type VersionsProps = { shown: number; versions: Version[]; more: boolean }

/** Newest first, and as many of those before as somebody asks for. */
function Versions({ shown, versions, more }: VersionsProps) {
  const [open, setOpen] = useState(false)
  const last = versions.at(-1)
  return (
    <ol className="versions">
      {versions.map((version) => (
        <VersionLink key={version.version} version={version} shown={version.version === shown} />
      ))}
      {more && last && open && <Earlier shown={shown} before={last.version} />}
      {more && !open && (
        <li>
          <button type="button" className="plain small" onClick={() => setOpen(true)}>
            {t.history.earlier}
          </button>
        </li>
      )}
    </ol>
  )
}

function Earlier({ shown, before }: { shown: number; before: number }) {
  const { versions, more } = useAct('page-history', { topic: useTopicPath(), before })
  return (
    <li>
      <Versions shown={shown} versions={versions} more={more} />
    </li>
  )
}

import { CatchBoundary, Link, Outlet } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { preloadWhenIdle } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { useHouse } from '../use-act.ts'
import { Face } from './Face.tsx'
import { Finder, preloadFinder } from './Finder.tsx'
import { Frame } from './Frame.tsx'
import { preloadSheet } from './Sheet.tsx'
import { useSpace } from './use-space.ts'

/** The frame of a space: its name leads to Today, then the topics, the whole, and oneself. */
export function SpaceFrame() {
  const space = useSpace()
  return (
    <Frame
      top={
        <CatchBoundary getResetKey={() => space} errorComponent={EmptyTop}>
          <Suspense fallback={<EmptyTop />}>
            <Top />
          </Suspense>
        </CatchBoundary>
      }
    >
      <Outlet />
    </Frame>
  )
}

/** Nothing on top, while it is not known where one is. */
const EmptyTop = () => <header className="top" />

function Top() {
  const space = useSpace()
  const { me, spaces } = useHouse('list-spaces', {})
  useEffect(() => preloadWhenIdle(preloadFinder, preloadSheet), [])
  const name = spaces.find((one) => one.slug === space)?.name ?? t.app
  return (
    <header className="top">
      <nav aria-label={t.nav.label}>
        <Link to="/$space" params={{ space }} activeOptions={{ exact: true }} className="place">
          {name}
        </Link>
        <Finder />
        <Link to="/$space/ask" params={{ space }} search={{}} activeOptions={{ includeSearch: false }}>
          {t.nav.ask}
        </Link>
        <Link to="/$space/topics" params={{ space }}>
          {t.nav.topics}
        </Link>
        <Link to="/$space/whole" params={{ space }}>
          {t.nav.whole}
        </Link>
        <Link to="/$space/me" params={{ space }} className="self" aria-label={t.nav.me(me.name)}>
          <Face name={me.name} />
        </Link>
      </nav>
    </header>
  )
}

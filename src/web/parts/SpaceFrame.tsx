import { CatchBoundary, Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { t } from '../messages/messages.ts'
import { useHouse, useLive } from '../use-act.ts'
import { Face } from './Face.tsx'
import { Finder } from './Finder.tsx'
import { Frame } from './Frame.tsx'
import { useSpace } from './use-space.ts'

/** The frame of a space with its navigation: Today, topics, the whole, and oneself. */
export function SpaceFrame() {
  const space = useSpace()
  useLive()
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

/** An empty header while the space is loading. */
const EmptyTop = () => <header className="top" />

function Top() {
  const space = useSpace()
  const { me, spaces } = useHouse('list-spaces', {})
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

import { CatchBoundary, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { t } from '../messages/messages.ts'
import { Announcer } from './Announcer.tsx'
import { focusHeading } from './Heading.tsx'
import { Quiet } from './Quiet.tsx'
import { RefusalScreen } from './Refusal.tsx'
import { useShownPath } from './use-space.ts'

/** The frame of every screen: skip link, main element, loading state and error boundary. */
export function Frame({ top, children }: { top?: ReactNode; children: ReactNode }) {
  const at = useShownPath()
  const onTheWay = useRouterState({ select: ({ status }) => status === 'pending' })
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, without touching an address that marks lines */}
      <a href="#page" className="skip" onClick={skip}>
        {t.skip}
      </a>
      {top}
      <main key={at} id="page" tabIndex={-1} aria-busy={onTheWay}>
        <CatchBoundary getResetKey={() => at} errorComponent={RefusalScreen} onCatch={() => undefined}>
          <Suspense fallback={<Quiet />}>{children}</Suspense>
        </CatchBoundary>
      </main>
      <Offline />
      <Announcer />
    </>
  )
}

function skip(event: React.MouseEvent) {
  event.preventDefault()
  focusHeading()
}

function Offline() {
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  return online ? null : (
    <p className="offline" role="status">
      {t.offline}
    </p>
  )
}

function watch(tell: () => void) {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

import { Suspense, useEffect, useRef, useState } from 'react'
import { lazily } from '../lazily.ts'
import { t } from '../messages/messages.ts'

const FinderSheet = lazily(async () => (await import('./find/FinderSheet.tsx')).FinderSheet)

/** Preloads the finder. */
export const preloadFinder = FinderSheet.preload

/** The finder: opened by Ctrl-K or ⌘K on every screen of a space, or by the magnifying glass. */
export function Finder() {
  const [open, setOpen] = useState(false)
  const opened = useRef(false)
  opened.current ||= open
  useShortcut(() => setOpen((now) => (now ? false : !document.querySelector('[role=dialog]'))))
  return (
    <>
      <button
        type="button"
        className="plain glass"
        aria-label={t.nav.find}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={preloadFinder}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.7 10.7 14 14" />
        </svg>
      </button>
      {opened.current && (
        <Suspense>
          <FinderSheet open={open} onOpen={setOpen} />
        </Suspense>
      )}
    </>
  )
}

function useShortcut(press: () => void) {
  const now = useRef(press)
  now.current = press
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (key === 'Control' || key === 'Meta') void preloadFinder()
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return
      event.preventDefault()
      now.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

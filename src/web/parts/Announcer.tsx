import { useSyncExternalStore } from 'react'

const kept = 8_000
let said = ''
let timer = 0
const hearers = new Set<() => void>()

/** Announces what happened, on screen and to screen readers: */
export function announce(words: string): void {
  said = words
  for (const hear of hearers) hear()
  window.clearTimeout(timer)
  if (words) timer = window.setTimeout(() => announce(''), kept)
}

/** The live region of every screen. */
export function Announcer() {
  const words = useSyncExternalStore(listen, () => said)
  return (
    <div className="announcer" role="status" aria-live="polite">
      {words && <p key={words}>{words}</p>}
    </div>
  )
}

function listen(hear: () => void) {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

import { useSyncExternalStore } from 'react'

const kept = 8_000
let said = ''
let timer = 0
const hearers = new Set<() => void>()

/** Says what happened, to those who see and to those who listen: `announce(t.today.done.declined)`. */
export function announce(words: string): void {
  said = words
  for (const hear of hearers) hear()
  window.clearTimeout(timer)
  if (words) timer = window.setTimeout(() => announce(''), kept)
}

/** The one place on every screen where what happened is said. */
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

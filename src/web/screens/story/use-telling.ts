import { useEffect, useRef } from 'react'
import type { Story } from '../../contract.ts'
import { useDraft } from '../../parts/use-draft.ts'
import { useDo } from '../../use-act.ts'

/**
 * A field whose words are sent piece by piece: what stands before a blank line, and all of it when one leaves the page.
 * What is sent leaves the field only once it is kept; until then it is a draft on this device.
 */
export function useTelling(story: Story) {
  const [words, set] = useDraft(`story/${story.id}`, '')
  const tell = useDo('tell')
  const now = useRef(words)
  const pieces = useRef(story.told.length)
  const line = useRef(Promise.resolve())
  pieces.current = Math.max(pieces.current, story.told.length)

  function write(next: string) {
    now.current = next
    set(next)
    const ends = next.lastIndexOf('\n\n')
    if (ends >= 0) send((all) => all.slice(0, all.lastIndexOf('\n\n'))).catch(() => undefined)
  }

  /** Sends a beginning of the field, after what is on its way already. */
  function send(beginning: (all: string) => string): Promise<void> {
    const sent = line.current.then(async () => {
      const part = beginning(now.current)
      if (!part.trim()) return
      pieces.current = (await tell.run({ story: story.id, after: pieces.current, words: part })).pieces
      now.current = now.current.startsWith(part) ? now.current.slice(part.length).replace(/^\s+/, '') : now.current
      set(now.current)
    })
    line.current = sent.catch(() => undefined)
    return sent
  }

  const sendAll = () => send((all) => all)
  useWhenLeft(() => sendAll().catch(() => undefined))
  return { words, write, sendAll, busy: tell.busy, error: tell.error }
}

/** Does something when the page is left, as one leaves a page on a phone: by looking at another. */
function useWhenLeft(leave: () => void) {
  const last = useRef(leave)
  last.current = leave
  useEffect(() => {
    const hear = () => document.hidden && last.current()
    document.addEventListener('visibilitychange', hear)
    return () => document.removeEventListener('visibilitychange', hear)
  }, [])
}

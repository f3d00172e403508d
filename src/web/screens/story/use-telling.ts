import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Story } from '../../contract.ts'
import { keep, readJson, useDraft } from '../../parts/use-draft.ts'
import { useDo } from '../../use-act.ts'
import { saidBeforeBlank, saidInSentences } from './said-so-far.ts'

type Piece = { after: number; words: string }

/**
 * A field whose text is sent in pieces: up to a blank line, and whole sentences when the page is
 * left. A piece leaves the field only once it is stored; until then it is kept on this device and
 * sent again unchanged.
 */
export function useTelling(story: Story) {
  const [words, set] = useDraft(`story/${story.id}`, '')
  const tell = useDo('tell')
  const latest = useRef(words)
  const [error, setError] = useState<unknown>()
  const pieces = useRef(story.told.length)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  // During input method composition nothing is removed from the field.
  const composing = useRef(false)
  pieces.current = Math.max(pieces.current, story.told.length)

  async function deliver({ after, words: piece }: Piece): Promise<void> {
    keep(`piece/${story.id}`, JSON.stringify({ after, words: piece }))
    pieces.current = (await tell({ story: story.id, after, words: piece })).pieces
    setError(undefined)
    keep(`piece/${story.id}`, undefined)
    while (composing.current) await shortDelay()
    if (!latest.current.startsWith(piece)) return
    latest.current = latest.current.slice(piece.length).trimStart()
    // Synchronous, since a key pressed before the render would restore the removed text.
    flushSync(() => set(latest.current))
  }

  /** Sends one after another; a failure is shown and stops nothing. */
  function enqueue(job: () => Promise<void>): Promise<boolean> {
    const sent = queue.current.then(async () => {
      try {
        await job()
        return true
      } catch (refused) {
        setError(refused)
        return false
      }
    })
    queue.current = sent
    return sent
  }

  /** Sends the beginning of the field after pending sends; returns whether all succeeded. */
  const send = (beginning: (all: string) => string): Promise<boolean> =>
    enqueue(async () => {
      const piece = beginning(latest.current)
      if (piece.trim()) await deliver({ after: pieces.current, words: piece })
    })

  useOnce(() => {
    const piece = pendingPiece(story.id)
    if (piece) void enqueue(() => deliver(piece))
  })
  useWhenHidden(() => void send(saidInSentences))
  const write = (next: string) => {
    latest.current = next
    set(next)
    if (saidBeforeBlank(next)) void send(saidBeforeBlank)
  }
  const compose = (is: boolean) => {
    composing.current = is
  }
  return { words, write, compose, sendAll: () => send((all) => all), error }
}

const shortDelay = () => new Promise((resolve) => window.setTimeout(resolve, 50))

/** A piece that was sent and not acknowledged. */
function pendingPiece(story: string): Piece | undefined {
  return readJson<Piece>(`piece/${story}`)
}

function useOnce(start: () => void) {
  const started = useRef(false)
  useEffect(() => {
    if (!started.current) start()
    started.current = true
  })
}

/** Runs when the page is hidden, which is how pages are left on a phone. */
function useWhenHidden(leave: () => void) {
  const last = useRef(leave)
  last.current = leave
  useEffect(() => {
    const hear = () => document.hidden && last.current()
    document.addEventListener('visibilitychange', hear)
    return () => document.removeEventListener('visibilitychange', hear)
  }, [])
}

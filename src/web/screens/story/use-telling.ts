import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Story } from '../../contract.ts'
import { keep, readJson, useDraft } from '../../parts/use-draft.ts'
import { useDo } from '../../use-act.ts'
import { saidBeforeBlank, saidInSentences } from './said-so-far.ts'

type Piece = { after: number; words: string }

/**
 * A field whose words are sent piece by piece: what stands before a blank line, and whole sentences when one leaves the
 * page. A piece leaves the field only once it is kept; until then it is on this device, and is sent again as it was.
 */
export function useTelling(story: Story) {
  const [words, set] = useDraft(`story/${story.id}`, '')
  const tell = useDo('tell')
  const now = useRef(words)
  const [error, setError] = useState<unknown>()
  const pieces = useRef(story.told.length)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  // While a word is still being composed, nothing is taken out of the field.
  const composing = useRef(false)
  pieces.current = Math.max(pieces.current, story.told.length)

  async function deliver({ after, words: piece }: Piece): Promise<void> {
    keep(`piece/${story.id}`, JSON.stringify({ after, words: piece }))
    pieces.current = (await tell({ story: story.id, after, words: piece })).pieces
    setError(undefined)
    keep(`piece/${story.id}`, undefined)
    while (composing.current) await aMoment()
    if (!now.current.startsWith(piece)) return
    now.current = now.current.slice(piece.length).trimStart()
    // At once: a key pressed before the field is shown shorter would bring back what has just left it.
    flushSync(() => set(now.current))
  }

  /** What is sent goes one after the other; what does not come through is said, and holds up nothing. */
  function inLine(sends: () => Promise<void>): Promise<boolean> {
    const sent = line.current.then(async () => {
      try {
        await sends()
        return true
      } catch (refused) {
        setError(refused)
        return false
      }
    })
    line.current = sent
    return sent
  }

  /** Sends a beginning of the field, once what is on its way already has come through; gives whether all of it did. */
  const send = (beginning: (all: string) => string): Promise<boolean> =>
    inLine(async () => {
      const piece = beginning(now.current)
      if (piece.trim()) await deliver({ after: pieces.current, words: piece })
    })

  useOnce(() => {
    const piece = pieceOnItsWay(story.id)
    if (piece) void inLine(() => deliver(piece))
  })
  useWhenLeft(() => void send(saidInSentences))
  const write = (next: string) => {
    now.current = next
    set(next)
    if (saidBeforeBlank(next)) void send(saidBeforeBlank)
  }
  const compose = (is: boolean) => {
    composing.current = is
  }
  return { words, write, compose, sendAll: () => send((all) => all), error }
}

const aMoment = () => new Promise((resolve) => window.setTimeout(resolve, 50))

/** A piece that was sent from here and of which nobody knows whether it arrived. */
function pieceOnItsWay(story: string): Piece | undefined {
  return readJson<Piece>(`piece/${story}`)
}

function useOnce(start: () => void) {
  const started = useRef(false)
  useEffect(() => {
    if (!started.current) start()
    started.current = true
  })
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

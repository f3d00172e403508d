import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Story } from '../../contract.ts'
import { keep, read, useDraft } from '../../parts/use-draft.ts'
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
  const pieces = useRef(story.told.length)
  const line = useRef(Promise.resolve())
  // While a word is still being composed, nothing is taken out of the field.
  const composing = useRef(false)
  pieces.current = Math.max(pieces.current, story.told.length)

  async function deliver({ after, words: piece }: Piece): Promise<void> {
    keep(`piece/${story.id}`, JSON.stringify({ after, words: piece }))
    pieces.current = (await tell.run({ story: story.id, after, words: piece })).pieces
    keep(`piece/${story.id}`, undefined)
    while (composing.current) await aMoment()
    if (!now.current.startsWith(piece)) return
    now.current = now.current.slice(piece.length).trimStart()
    // At once: a key pressed before the field is shown shorter would bring back what has just left it.
    flushSync(() => set(now.current))
  }

  /** Sends a beginning of the field, once what is on its way already has come through. */
  function send(beginning: (all: string) => string): Promise<void> {
    const sent = line.current.then(async () => {
      const piece = beginning(now.current)
      if (piece.trim()) await deliver({ after: pieces.current, words: piece })
    })
    line.current = sent.catch(() => undefined)
    return sent
  }

  useOnce(() => {
    const piece = pieceOnItsWay(story.id)
    if (piece) line.current = deliver(piece).catch(() => undefined)
  })
  useWhenLeft(() => send(saidInSentences).catch(() => undefined))
  const write = (next: string) => {
    now.current = next
    set(next)
    if (saidBeforeBlank(next)) send(saidBeforeBlank).catch(() => undefined)
  }
  const compose = (is: boolean) => {
    composing.current = is
  }
  return { words, write, compose, sendAll: () => send((all) => all), busy: tell.busy, error: tell.error }
}

const aMoment = () => new Promise((resolve) => window.setTimeout(resolve, 50))

/** A piece that was sent from here and of which nobody knows whether it arrived. */
function pieceOnItsWay(story: string): Piece | undefined {
  try {
    return JSON.parse(read(`piece/${story}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
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

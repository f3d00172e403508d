import { useEffect, useRef, useState } from 'react'
import { useSpace } from '../../parts/use-space.ts'
import { forgetDraft, keepDraft } from './draft.ts'

/**
 * Stores the draft with every change; returns false without room, and then warns before leaving.
 */
export function useKeptDraft(topic: string, version: number, text: string, page: string | undefined): boolean {
  const space = useSpace()
  const [fits, setFits] = useState(true)
  const first = useRef(text)
  useEffect(() => {
    if (text === page) forgetDraft(space, topic)
    else if (page === undefined || text !== first.current)
      setFits(keepDraft(space, topic, { version, text, at: new Date().toISOString() }))
  }, [space, topic, version, text, page])
  useEffect(() => {
    if (fits) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [fits])
  return fits
}

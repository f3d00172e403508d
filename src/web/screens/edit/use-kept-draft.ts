import { useEffect, useRef, useState } from 'react'
import { useSpace } from '../../parts/use-space.ts'
import { forgetDraft, keepDraft } from './draft.ts'

/** Keeps what is written on this device with every change; gives false where there is no room, and then asks before one leaves. */
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

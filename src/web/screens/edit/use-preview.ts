import { useEffect, useRef, useState } from 'react'
import type { Out } from '../../contract.ts'
import { useActs } from '../../use-act.ts'

export type Seen = Out<'preview-page'>
type Preview = { seen?: Seen; of?: string; error?: unknown }

const aPause = 350

/** A text as it would be seen, asked for when whoever writes pauses; what was seen last stays until then. */
export function usePreview(topic: string, text: string): Preview {
  const acts = useActs()
  const [preview, setPreview] = useState<Preview>({})
  const begun = useRef(false)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      // With plain line ends the places of marks are those of the editor.
      const markdown = text.replaceAll('\r\n', '\n')
      try {
        const seen = await acts.read('preview-page', { topic, markdown })
        if (!gone) setPreview({ seen, of: text })
      } catch (error) {
        if (!gone) setPreview((before) => ({ ...before, error }))
      }
    }
    const again = () => void ask()
    const timer = window.setTimeout(ask, begun.current ? aPause : 0)
    begun.current = true
    window.addEventListener('online', again)
    return () => {
      gone = true
      window.clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [acts, topic, text])
  return preview
}

import { useEffect, useRef, useState } from 'react'
import type { Out } from '../../contract.ts'
import { useActs } from '../../use-act.ts'
import { allPages } from '../../use-pages.ts'

export type Seen = Out<'preview-page'>
type Preview = { seen?: Seen; of?: string; error?: unknown }

const PAUSE_MS = 350

const joinPreviews = (parts: Seen[]): Seen => ({
  ...(parts[0] as Seen),
  html: parts.map(({ html }) => html).join(''),
  links: Object.assign({}, ...parts.map(({ links }) => links)),
  citations: parts.flatMap(({ citations }) => citations),
})

/** The preview of a text, requested after a pause in typing; the last one stays until then. */
export function usePreview(topic: string, text: string): Preview {
  const acts = useActs()
  const [preview, setPreview] = useState<Preview>({})
  const begun = useRef(false)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      // LF line ends make offsets equal to the editor's.
      const markdown = text.replaceAll('\r\n', '\n')
      try {
        // A very long page's preview comes in several parts.
        const parts = await allPages((after) =>
          acts.read('preview-page', { topic, markdown, ...(after !== null && { after }) }),
        )
        if (!gone) setPreview({ seen: joinPreviews(parts), of: text })
      } catch (error) {
        if (!gone) setPreview((before) => ({ ...before, error }))
      }
    }
    const again = () => void ask()
    const timer = window.setTimeout(ask, begun.current ? PAUSE_MS : 0)
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

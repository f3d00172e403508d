import { useEffect, useRef, useState } from 'react'
import { t } from '../messages/messages.ts'
import type { Pages } from '../use-pages.ts'
import { Press } from './Press.tsx'

type ShowMoreProps = {
  more: Pages<unknown>['more']
  /** What the press is called, where "Show more" would not do. */
  label?: string
}

/**
 * Below a list: reads its next page. What is shown stays where it is, and so does the focus; at the end, where the press
 * goes away, the focus goes to the words that this was all.
 */
export function ShowMore({ more, label = t.list.more }: ShowMoreProps) {
  const [asked, setAsked] = useState(false)
  const end = useRef<HTMLParagraphElement>(null)
  const ended = asked && !more
  useEffect(() => {
    if (ended && document.activeElement === document.body) end.current?.focus({ preventScroll: true })
  }, [ended])
  if (ended)
    return (
      <p ref={end} className="quiet show-more" tabIndex={-1}>
        {t.list.all}
      </p>
    )
  if (!more) return null
  const read = async () => {
    await more()
    setAsked(true)
  }
  return (
    <p className="show-more">
      <Press does={read} done={t.list.moreShown} className="plain small">
        {label}
      </Press>
    </p>
  )
}

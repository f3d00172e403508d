import { useEffect, useRef, useState } from 'react'
import { t } from '../messages/messages.ts'
import type { Pages } from '../use-pages.ts'
import { Press } from './Press.tsx'

type ShowMoreProps = {
  more: Pages<unknown>['more']
  /** The label, instead of "Show more". */
  label?: string
}

/**
 * A button below a list that reads its next page. Shown rows and the focus stay; at the end, the
 * focus moves to the note that this was all.
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

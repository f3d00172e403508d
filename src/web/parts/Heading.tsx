import { type ReactNode, useEffect } from 'react'
import { t } from '../messages/messages.ts'
import { knownOfHouse } from '../use-act.ts'
import { useShownPath, useSpace } from './use-space.ts'

let lastPath: string | undefined

/** The h1 of a screen; sets the document's title, and takes the focus after navigation. */
export function Heading({ title, children, className }: { title: string; children?: ReactNode; className?: string }) {
  const path = useShownPath()
  const space = useSpaceName()
  useEffect(() => {
    const fromElsewhere = lastPath !== undefined && lastPath !== path
    lastPath = path
    // A sheet opened meanwhile keeps the focus.
    if (fromElsewhere && !document.activeElement?.closest('[role=dialog][data-open]')) focusHeading()
  }, [path])
  return (
    <>
      <title>{t.title(title, space)}</title>
      <h1 id="heading" tabIndex={-1} className={className}>
        {children ?? title}
      </h1>
    </>
  )
}

/** Moves the focus to the h1, after the focused element was removed. */
export function focusHeading(): void {
  document.getElementById('heading')?.focus({ preventScroll: true })
}

function useSpaceName(): string | undefined {
  const known = knownOfHouse('list-spaces', {})
  const slug = useSpace()
  return known?.spaces.find((space) => space.slug === slug)?.name
}

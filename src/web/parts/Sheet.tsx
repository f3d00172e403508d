import { type ReactNode, Suspense, useRef } from 'react'
import { lazily } from '../lazily.ts'

/** The props of a sheet. */
export type SheetProps = { open: boolean; onClose: () => void; title: string; children: ReactNode }

const SheetPaper = lazily(async () => (await import('./sheets.ts')).SheetPaper)

/** Preloads the script of sheets. */
export const preloadSheet = SheetPaper.preload

/** A modal sheet over the screen; Escape closes it. */
export function Sheet(props: SheetProps) {
  const opened = useRef(false)
  opened.current ||= props.open
  if (!opened.current) return null
  return (
    <Suspense>
      <SheetPaper {...props} />
    </Suspense>
  )
}

import { type ReactNode, Suspense, useRef } from 'react'
import { lazily } from '../lazily.ts'

/** A sheet: whether it lies there, what takes it away, and what stands on it. */
export type SheetProps = { open: boolean; onClose: () => void; title: string; children: ReactNode }

const SheetPaper = lazily(async () => (await import('./sheets.ts')).SheetPaper)

/** Fetches what a sheet needs before one is opened. */
export const preloadSheet = SheetPaper.preload

/** A sheet of paper laid over the screen for one short thing; Escape takes it away. */
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

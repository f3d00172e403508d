import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { t } from '../messages/more.ts'
import { Quiet } from './Quiet.tsx'
import type { SheetProps } from './Sheet.tsx'

/** The sheet itself, a dialog over the screen. */
export function SheetPaper({ open, onClose, title, children }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(now) => now || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="sheet">
          <div className="sheet-top">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="plain cross" aria-label={t.close}>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 1l8 8M9 1l-8 8" />
              </svg>
            </Dialog.Close>
          </div>
          <Suspense fallback={<Quiet />}>
            <FirstField>{children}</FirstField>
          </Suspense>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Focuses the first field once it is rendered. */
function FirstField({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  return <div ref={place}>{children}</div>
}

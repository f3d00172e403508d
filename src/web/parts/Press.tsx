import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react'
import { announce } from './Announcer.tsx'
import { RefusalNote } from './Refusal.tsx'
import { type Pressing, usePress, type Work } from './use-press.ts'

/** The state shared by presses of which only one may run, with a common refusal. */
export const PressedTogether = createContext<Pressing | undefined>(undefined)

type PressProps = Omit<ComponentProps<'button'>, 'onClick'> & {
  does: Work
  /** The announcement on success. */
  done?: string
  children: ReactNode
}

/**
 * A button that does an act: `<Press does={() => dismiss({ thing })}
 * done={t.today.done.declined}>…</Press>`. Alone it shows its refusal beside itself; within
 * `Presses` or a `Form`, these show it.
 */
export function Press({ does, done, children, ...button }: PressProps) {
  const own = usePress()
  const together = use(PressedTogether)
  const { press, busy, by, error } = together ?? own
  const id = useId()
  const work = async () => {
    await does()
    if (done) announce(done)
  }
  return (
    <>
      <button type="button" {...button} {...saying(busy, by === id)} onClick={() => press(work, id)}>
        {children}
      </button>
      {!together && <RefusalNote error={error} />}
    </>
  )
}

/** Marks a button as busy, with its own or another's work; it keeps the focus and is inert. */
export const saying = (busy: boolean, own: boolean) => ({
  'aria-busy': (busy && own) || undefined,
  'aria-disabled': busy || undefined,
})

/** A row of presses of which one runs at a time, with the refusal beneath. */
export function Presses({ className = 'row', children }: { className?: string; children: ReactNode }) {
  const pressing = usePress()
  return (
    <PressedTogether value={pressing}>
      <div className={className}>{children}</div>
      <RefusalNote error={pressing.error} />
    </PressedTogether>
  )
}

import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react'
import { announce } from './Announcer.tsx'
import { RefusalNote } from './Refusal.tsx'
import { type Pressing, usePress, type Work } from './use-press.ts'

/** The presses of which one is made at a time, and which say together what was refused. */
export const PressedTogether = createContext<Pressing | undefined>(undefined)

type PressProps = Omit<ComponentProps<'button'>, 'onClick'> & {
  does: Work
  /** What is announced when it is done. */
  done?: string
  children: ReactNode
}

/**
 * A button that does an act: `<Press does={() => dismiss({ thing })} done={t.today.done.declined}>…</Press>`. Alone it says
 * beside itself what was refused; among `Presses`, or in a `Form`, these do.
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

/** Says of a button that its own work is under way, or that another's is: it keeps the focus, and does nothing. */
export const saying = (busy: boolean, own: boolean) => ({
  'aria-busy': (busy && own) || undefined,
  'aria-disabled': busy || undefined,
})

/** A row of presses, one made at a time; beneath them what was refused. */
export function Presses({ className = 'row', children }: { className?: string; children: ReactNode }) {
  const pressing = usePress()
  return (
    <PressedTogether value={pressing}>
      <div className={className}>{children}</div>
      <RefusalNote error={pressing.error} />
    </PressedTogether>
  )
}

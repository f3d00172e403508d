import { type FormEvent, type KeyboardEvent, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { t } from '../messages/messages.ts'
import { announce } from './Announcer.tsx'
import { PressedTogether, saying } from './Press.tsx'
import { RefusalNote } from './Refusal.tsx'
import { Refusals, refusedElsewhere, type Wrong } from './refused-field.ts'
import { usePress, type Work } from './use-press.ts'

type FormProps = {
  /** The work that sends the form. */
  does: Work
  /** The announcement on success. */
  done?: string
  className?: string
  children: ReactNode
}

/**
 * A form: fields, then `Sending`. Enter sends it, or ⌘Enter or Ctrl-Enter where Enter is a new
 * line. A refusal is shown at the field it names, else above the button; the input stays.
 */
export function Form({ does, done, className = 'form', children }: FormProps) {
  const pressing = usePress()
  const form = useRef<HTMLFormElement>(null)
  const names = useRef(new Set<string>())
  const { error } = pressing
  const wrong = useMemo<Wrong>(() => ({ error, names: names.current }), [error])
  useEffect(() => {
    if (error !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [error])
  function send(event: FormEvent) {
    event.preventDefault()
    pressing.press(async () => {
      await does()
      if (done) announce(done)
    })
  }
  return (
    <PressedTogether value={pressing}>
      <Refusals value={wrong}>
        <form ref={form} className={className} onSubmit={send} onKeyDown={sendByKey}>
          {children}
        </form>
      </Refusals>
    </PressedTogether>
  )
}

function sendByKey(event: KeyboardEvent<HTMLFormElement>) {
  const { key, metaKey, ctrlKey, altKey, shiftKey, nativeEvent } = event
  if (key !== 'Enter' || metaKey === ctrlKey || altKey || shiftKey || nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** The refusal that belongs to no field, for a form without `Sending`. */
export function FormRefusal() {
  return <RefusalNote error={refusedElsewhere(use(Refusals))} />
}

type SendingProps = {
  /** The label of the button. */
  children: ReactNode
  className?: string
  /** Disabled while required input is missing. */
  disabled?: boolean
  /** Cancels without sending. */
  onLeave?: () => void
  /** Elements beside the button. */
  beside?: ReactNode
}

/** The end of a form: a refusal without a field, the send button, perhaps a cancel button. */
export function Sending({ children, className = 'first', disabled = false, onLeave, beside }: SendingProps) {
  const pressing = use(PressedTogether)
  const send = (
    <button
      type="submit"
      className={className}
      disabled={disabled}
      {...saying(pressing?.busy ?? false, pressing?.by === undefined)}
    >
      {children}
    </button>
  )
  return (
    <>
      <FormRefusal />
      {onLeave || beside ? (
        <div className="row">
          {send}
          {beside}
          {onLeave && (
            <button type="button" className={className.includes('small') ? 'small plain' : 'plain'} onClick={onLeave}>
              {t.cancel}
            </button>
          )}
        </div>
      ) : (
        send
      )}
    </>
  )
}

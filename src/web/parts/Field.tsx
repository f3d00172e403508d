import { cloneElement, type ReactElement, use, useId } from 'react'
import { RefusalWords } from './Refusal.tsx'
import { Refusals, useIsRefused } from './refused-field.ts'

type Control = ReactElement<{ id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: boolean }>
type FieldProps = {
  label: string
  /** The act's name of the field, so that its refusal is shown here. */
  name?: string
  hint?: string | undefined
  optional?: string
  children: Control
}

/** A label, a field, and a quiet hint: `<Field name="on" label={t.didIt.on}><input type="date" /></Field>`. */
export function Field({ label, name, hint, optional, children }: FieldProps) {
  const id = useId()
  const refused = useIsRefused(name)
  return (
    <div className="field">
      <div className="field-name">
        <label htmlFor={id}>{label}</label>
        {optional && <small aria-hidden="true">{optional}</small>}
      </div>
      {cloneElement(children, {
        id,
        'aria-describedby': refused || hint ? `${id}-note` : undefined,
        ...(refused ? { 'aria-invalid': true } : {}),
      })}
      {refused ? <RefusedHere id={`${id}-note`} /> : hint && <small id={`${id}-note`}>{hint}</small>}
    </div>
  )
}

function RefusedHere({ id }: { id: string }) {
  const error = use(Refusals)?.error
  return (
    <small id={id} className="wrong" role="alert">
      <RefusalWords error={error} />
    </small>
  )
}

import { cloneElement, type ReactElement, useId } from 'react'

type Control = ReactElement<{ id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: boolean }>
type FieldProps = { label: string; hint?: string | undefined; optional?: string; wrong?: string; children: Control }

/** A label, a field, and a quiet hint: `<Field label={t.didIt.on}><input type="date" /></Field>`. */
export function Field({ label, hint, optional, wrong, children }: FieldProps) {
  const id = useId()
  const note = wrong || hint
  return (
    <div className="field">
      <div className="field-name">
        <label htmlFor={id}>{label}</label>
        {optional && <small aria-hidden="true">{optional}</small>}
      </div>
      {cloneElement(children, {
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        ...(wrong ? { 'aria-invalid': true } : {}),
      })}
      {note && (
        <small id={`${id}-note`} className={wrong ? 'wrong' : undefined}>
          {note}
        </small>
      )}
    </div>
  )
}

import { useId } from 'react'

type ChoiceProps<V extends string> = {
  label: string
  of: readonly (readonly [V, string, string?])[]
  value: V
  onChoose: (value: V) => void
  inRows?: boolean
}

/** A choice by radio buttons, each with a name and perhaps a hint. */
export function Choice<V extends string>({ label, of, value, onChoose, inRows = false }: ChoiceProps<V>) {
  const id = useId()
  return (
    <fieldset className={inRows ? 'choice in-rows' : 'choice'}>
      <legend>{label}</legend>
      <div className="choices">
        {of.map(([one, name, reason]) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              checked={one === value}
              onChange={() => onChoose(one)}
              aria-labelledby={`${id}-${one}`}
              aria-describedby={reason ? `${id}-${one}-why` : undefined}
            />
            <span id={`${id}-${one}`}>{name}</span>
            {reason && <small id={`${id}-${one}-why`}>{reason}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

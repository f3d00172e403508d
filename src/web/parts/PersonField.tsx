import type { Person } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { useAct } from '../use-act.ts'
import { Field } from './Field.tsx'

type PersonFieldProps = {
  label: string
  value: string
  onChoose: (person: Person | undefined) => void
  without?: string[]
  optional?: boolean
}

/** Choosing one of the others here. */
export function PersonField({ label, value, onChoose, without = [], optional = false }: PersonFieldProps) {
  const others = useOthers().filter((person) => !without.includes(person.id))
  if (others.length === 0) return <p className="quiet">{t.didIt.nobody}</p>
  return (
    <Field label={label}>
      <select
        value={value}
        required={!optional}
        onChange={(event) => onChoose(others.find((person) => person.id === event.target.value))}
      >
        <option value="">{t.didIt.choose}</option>
        {others.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Everybody in the space but oneself. */
export function useOthers(): Person[] {
  return useAct('list-people', {}).people.filter((person) => !person.me)
}

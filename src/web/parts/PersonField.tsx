import type { Person, Topic } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { useAct } from '../use-act.ts'
import { Field } from './Field.tsx'

type PersonFieldProps = {
  label: string
  /** What the act calls it. */
  name: string
  value: string
  onChoose: (person: Person | undefined) => void
  without?: string[]
  /** The topic's area: of a closed one, only its people can be chosen. */
  area?: Topic['area'] | undefined
  optional?: boolean
}

/** Choosing one of the others here. */
export function PersonField({ label, name, value, onChoose, without = [], area, optional = false }: PersonFieldProps) {
  const others = useOthers(area).filter((person) => !without.includes(person.id))
  if (others.length === 0) return <p className="quiet">{t.didIt.nobody}</p>
  return (
    <Field name={name} label={label}>
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

/** Everybody but oneself in the space, or in a closed area of it. */
export function useOthers(area?: Topic['area']): Person[] {
  const inside = useAct('list-areas', {}).areas.find((one) => area?.closed && one.slug === area.slug)?.people
  const sees = (person: Person) => !inside || inside.some((one) => one.id === person.id)
  return useAct('list-people', {}).people.filter((person) => !person.me && sees(person))
}

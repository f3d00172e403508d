import { useState } from 'react'
import type { Person, Topic } from '../contract.ts'
import { t } from '../messages/things.ts'
import { useAct, useActSoon } from '../use-act.ts'
import { Field } from './Field.tsx'

type PersonFieldProps = {
  label: string
  /** The act's name of the field. */
  name: string
  value: string
  onChoose: (person: Person | undefined) => void
  without?: string[]
  /** The topic's area; only people who see it can be chosen. */
  area?: Topic['area'] | undefined
  optional?: boolean
}

/** A field for another person, by name if there are too many for a list. */
export function PersonField({ label, name, value, onChoose, without = [], area, optional = false }: PersonFieldProps) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Person>()
  const { others, more } = useOthers(area, words)
  const found = others.filter((person) => !without.includes(person.id))
  // The chosen person stays in the list whatever is typed.
  const kept = chosen && chosen.id === value && !found.some(({ id }) => id === value) ? [chosen] : []
  const offered = [...kept, ...found]
  if (offered.length === 0 && !words) return <p className="quiet">{t.didIt.nobody}</p>
  const choose = (id: string) => {
    const person = offered.find((one) => one.id === id)
    setChosen(person)
    onChoose(person)
  }
  return (
    <>
      {(more || words) && (
        <Field label={t.list.narrow}>
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
      )}
      <Field name={name} label={label}>
        <select value={value} required={!optional} onChange={(event) => choose(event.target.value)}>
          <option value="">{t.didIt.choose}</option>
          {offered.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </Field>
    </>
  )
}

/** The other people of a space or area whose names match, and whether there are more. */
export function useOthers(area?: Topic['area'], words = ''): { others: Person[]; more: boolean } {
  const asked = { most: 200, ...(area?.closed && { area: area.slug }) }
  const first = useAct('list-people', asked)
  const narrowed = useActSoon('list-people', words ? { ...asked, words } : null)
  const { people, next } = narrowed ?? first
  return { others: people.filter((person) => !person.me), more: next !== null }
}

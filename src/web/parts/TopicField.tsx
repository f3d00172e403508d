import { type ComponentProps, useId } from 'react'
import type { Topic } from '../contract.ts'
import { Field } from './Field.tsx'

type TopicFieldProps = {
  label: string
  hint: string
  /** The act's name of the field. */
  name: string
  /** The completions offered. */
  topics: readonly Topic[]
  value: string
  onChange: (called: string) => void
} & Pick<ComponentProps<'input'>, 'maxLength'>

/** A field for a topic's title, with completion. */
export function TopicField({ label, hint, name, topics, value, onChange, ...input }: TopicFieldProps) {
  const id = useId()
  return (
    <>
      <Field name={name} label={label} hint={hint}>
        <input
          required
          list={id}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...input}
        />
      </Field>
      <datalist id={id}>
        {topics.map((topic) => (
          <option key={topic.id} value={topic.title} />
        ))}
      </datalist>
    </>
  )
}

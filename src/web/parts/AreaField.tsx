import { t } from '../messages/more.ts'
import { useAct } from '../use-act.ts'
import { Field } from './Field.tsx'

type AreaFieldProps = { value: string; onChange: (area: string) => void; disabled?: boolean }

/** A field for the area of a thing; nothing for somebody who is in no closed area. */
export function AreaField({ value, onChange, disabled = false }: AreaFieldProps) {
  const closed = useAct('list-areas', {}).areas.filter((one) => one.closed)
  if (closed.length === 0) return null
  return (
    <Field name="area" label={t.topics.area}>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.topics.open}</option>
        {closed.map((one) => (
          <option key={one.slug} value={one.slug}>
            {one.name}
          </option>
        ))}
      </select>
    </Field>
  )
}

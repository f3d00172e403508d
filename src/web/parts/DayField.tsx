import { todayHere } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { Field } from './Field.tsx'

type DayFieldProps = { label: string; value: string; onValue: (day: string) => void }

/** A field for the day of a page's next review; may be empty, and warns of a past day. */
export function DayField({ label, value, onValue }: DayFieldProps) {
  const past = value !== '' && value < todayHere()
  return (
    <Field label={label} hint={past ? t.tending.isPast : undefined}>
      <input type="date" className="day" value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}

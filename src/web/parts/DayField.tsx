import { todayHere } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { Field } from './Field.tsx'

type DayFieldProps = { label: string; value: string; onValue: (day: string) => void }

/** The day by which a page is to be looked at again; empty, it names none. One that is past says so. */
export function DayField({ label, value, onValue }: DayFieldProps) {
  const past = value !== '' && value < todayHere()
  return (
    <Field label={label} hint={past ? t.tending.isPast : undefined}>
      <input type="date" className="day" value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}

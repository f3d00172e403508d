import { useEffect, useState } from 'react'
import { t } from '../../messages/more.ts'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import type { Seen } from './use-preview.ts'

type FieldsProps = {
  fields: Seen['fields']
  onField: (name: string, value: string | string[]) => void
}

/** Front matter as fields; the text remains the truth, and its changes show here. */
export function Fields({ fields, onField }: FieldsProps) {
  return (
    <details className="page-fields">
      <summary>{t.edit.ofItself}</summary>
      <div className="form">
        <OneField label={t.edit.summary} value={fields.summary} onValue={(words) => onField('summary', words)} />
        <ListField label={t.edit.tags} value={fields.tags} onValue={(tags) => onField('tags', tags)} />
        <ListField label={t.edit.aliases} value={fields.aliases} onValue={(names) => onField('aliases', names)} />
        <DayField
          label={t.tending.reviewBy}
          value={fields.review.day}
          onValue={(day) => onField(fields.review.field, day)}
        />
      </div>
    </details>
  )
}

type ListFieldProps = { label: string; value: string[]; onValue: (value: string[]) => void }

function ListField({ label, value, onValue }: ListFieldProps) {
  const split = (words: string) => [...new Set(words.split(/[,、，]/).map((one) => one.trim()))].filter(Boolean)
  return (
    <OneField label={label} hint={t.edit.commas} value={value.join(', ')} onValue={(words) => onValue(split(words))} />
  )
}

type OneFieldProps = { label: string; hint?: string; value: string; onValue: (value: string) => void }

/** A field has its own value while focused, and shows the text's value on blur. */
function OneField({ label, hint, value, onValue }: OneFieldProps) {
  const [words, setWords] = useState(value)
  const [inside, setInside] = useState(false)
  useEffect(() => {
    if (!inside) setWords(value)
  }, [inside, value])
  const change = (next: string) => {
    setWords(next)
    onValue(next.replace(/\s+/g, ' ').trim())
  }
  return (
    <Field label={label} hint={hint}>
      <input
        value={words}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  )
}

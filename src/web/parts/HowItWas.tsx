import type { Help } from '../contract.ts'
import { t } from '../messages/things.ts'
import { Field } from './Field.tsx'

/** The degree of help in a doing, and what was unusual; both optional. */
export interface How {
  help: Help | ''
  unusual: string
}

/** The parts that were filled in, as acts take them. */
export const saidOf = ({ help, unusual }: How) => ({
  ...(help && { help }),
  ...(unusual.trim() && { unusual: unusual.trim() }),
})

const helps = ['watched', 'with-help', 'help-at-hand', 'alone', 'looked-after-others'] as const satisfies Help[]

/** Fields for the degree of help and what was unusual, for doer or witness. */
export function HowItWas({ how, onSay }: { how: How; onSay: (how: How) => void }) {
  const say = (more: Partial<How>) => onSay({ ...how, ...more })
  return (
    <>
      <Field name="help" label={t.didIt.help} optional={t.optional}>
        <select value={how.help} onChange={(event) => say({ help: event.target.value as How['help'] })}>
          <option value="">{t.didIt.helpOpen}</option>
          {helps.map((help) => (
            <option key={help} value={help}>
              {t.didIt.helps[help]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="unusual" label={t.didIt.unusual} hint={t.didIt.unusualHint} optional={t.optional}>
        <textarea rows={2} value={how.unusual} onChange={(event) => say({ unusual: event.target.value })} />
      </Field>
    </>
  )
}

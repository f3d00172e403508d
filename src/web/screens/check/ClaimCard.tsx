import type { Claim, ClaimKind, Sayable } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import type { Wording } from './wording.ts'

type ClaimCardProps = { name: string; claim: Claim; wording: Wording; onChange: (wording: Wording) => void }

const sayables = Object.entries(t.check.sayables) as [Sayable, string][]
const kinds = Object.entries(t.check.kinds) as [ClaimKind, string][]

/** One line with the words it came from, to be put right or left out. */
export function ClaimCard({ name, claim, wording, onChange }: ClaimCardProps) {
  const set = (change: Partial<Wording>) => onChange({ ...wording, ...change })
  return (
    <fieldset className={wording.left ? 'claim left' : 'claim'}>
      <legend className="unseen">{name}</legend>
      <blockquote className="voice">
        {claim.words}
        <footer>{t.check.from}</footer>
      </blockquote>
      {wording.left ? (
        <p className="quiet">{t.check.left}</p>
      ) : (
        <>
          <Field label={t.check.statement}>
            <textarea
              required
              rows={2}
              value={wording.statement}
              onChange={(event) => set({ statement: event.target.value })}
            />
          </Field>
          <Field label={t.check.holdsWhen} optional={t.optional}>
            <input
              value={wording.holdsWhen}
              placeholder={t.check.holdsWhenHint}
              onChange={(event) => set({ holdsWhen: event.target.value })}
            />
          </Field>
          <details>
            <summary>{t.check.more}</summary>
            <Choice label={t.check.kind} of={kinds} value={wording.kind} onChoose={(kind) => set({ kind })} />
            <Choice
              label={t.check.sayable}
              of={sayables}
              value={wording.sayable}
              onChoose={(sayable) => set({ sayable })}
            />
          </details>
        </>
      )}
      <button type="button" className="plain small" onClick={() => set({ left: !wording.left })}>
        {wording.left ? t.check.takeBackIn : t.check.leaveOut}
      </button>
    </fieldset>
  )
}

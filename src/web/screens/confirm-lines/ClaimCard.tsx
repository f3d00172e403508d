import type { Claim, ClaimKind, Sayable } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { groupIn } from '../../parts/voice.ts'
import type { Wording } from './wording.ts'

type ClaimCardProps = { name: string; claim: Claim; wording: Wording; onChange: (wording: Wording) => void }
type ChangeProps = { wording: Wording; set: (change: Partial<Wording>) => void }

const sayables = Object.entries(t.confirm.sayables) as [Sayable, string][]
const kinds = Object.entries(t.confirm.kinds) as [ClaimKind, string][]

/** One line with its original words, to be corrected or left out. */
export function ClaimCard({ name, claim, wording, onChange }: ClaimCardProps) {
  const set = (change: Partial<Wording>) => onChange({ ...wording, ...change })
  const group = groupIn(claim.voice)
  // A story's line was corrected in the retelling, so it needs no form.
  const retold = claim.kind === 'once' && claim.words === claim.statement
  return (
    <fieldset className={['claim', wording.left && 'left', retold && 'retold'].filter(Boolean).join(' ')}>
      <legend className="unseen">{name}</legend>
      {(!retold || wording.left) && (
        <blockquote className="voice">
          {claim.words}
          <footer>{group ? t.confirm.fromGroup(group) : t.confirm.from}</footer>
        </blockquote>
      )}
      {wording.left ? (
        <p className="quiet">{group ? t.confirm.leftOfGroup : t.confirm.left}</p>
      ) : (
        <>
          <Statement wording={wording} set={set} retold={retold} />
          {!retold && <HoldsWhen wording={wording} set={set} />}
          <details>
            <summary>{t.confirm.more}</summary>
            {retold && <HoldsWhen wording={wording} set={set} />}
            <Choice label={t.confirm.kind} of={kinds} value={wording.kind} onChoose={(kind) => set({ kind })} />
            <Choice
              label={t.confirm.sayable}
              of={sayables}
              value={wording.sayable}
              onChoose={(sayable) => set({ sayable })}
            />
          </details>
        </>
      )}
      <button type="button" className="plain small" onClick={() => set({ left: !wording.left })}>
        {wording.left ? t.confirm.takeBackIn : t.confirm.leaveOut}
      </button>
    </fieldset>
  )
}

function Statement({ wording, set, retold }: ChangeProps & { retold: boolean }) {
  const write = (statement: string) => set({ statement })
  const { statement } = wording
  if (retold) {
    const rows = Math.max(1, Math.ceil(statement.length / 40))
    return (
      <textarea
        required
        rows={rows}
        aria-label={t.confirm.statement}
        value={statement}
        onChange={(event) => write(event.target.value)}
      />
    )
  }
  return (
    <Field label={t.confirm.statement}>
      <textarea required rows={2} value={statement} onChange={(event) => write(event.target.value)} />
    </Field>
  )
}

function HoldsWhen({ wording, set }: ChangeProps) {
  return (
    <Field label={t.confirm.holdsWhen} optional={t.optional}>
      <input
        value={wording.holdsWhen}
        placeholder={t.confirm.holdsWhenHint}
        onChange={(event) => set({ holdsWhen: event.target.value })}
      />
    </Field>
  )
}

import { type FormEvent, useState } from 'react'
import { Refused, refusalIn } from '../../client.ts'
import { t } from '../../messages/messages.ts'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'

type SignInFormProps = { onSignIn: (email: string, password: string) => Promise<void> }

/** E-mail and password. */
export function SignInForm({ onSignIn }: SignInFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    await onSignIn(email, password).catch((why) => setError(kindly(why)))
    setBusy(false)
  }

  return (
    <form onSubmit={send} className="form">
      <Field label={t.enter.email}>
        <input
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={t.enter.password}>
        <input
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <RefusalNote error={error} />
      <button type="submit" className="first" disabled={busy}>
        {t.signIn.submit}
      </button>
    </form>
  )
}

function kindly(error: unknown): unknown {
  const refusal = refusalIn(error)
  const wrong = ['not-yours', 'unfit'].includes(refusal.refusal)
  return wrong ? new Refused({ ...refusal, problem: t.signIn.wrong, remedy: '' }) : error
}

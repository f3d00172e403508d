import { useState } from 'react'
import { Refused, refusalIn } from '../../client.ts'
import { t } from '../../messages/messages.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'

type SignInFormProps = { onSignIn: (email: string, password: string) => Promise<void> }

/** A form for e-mail and password. */
export function SignInForm({ onSignIn }: SignInFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const send = () =>
    onSignIn(email, password).catch((error) => {
      throw kindly(error)
    })
  return (
    <Form does={send}>
      <Field name="email" label={t.enter.email}>
        <input
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field name="password" label={t.enter.password}>
        <input
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Sending>{t.signIn.submit}</Sending>
    </Form>
  )
}

function kindly(error: unknown): unknown {
  const refusal = refusalIn(error)
  const wrong = ['not-yours', 'unfit'].includes(refusal.refusal)
  return wrong ? new Refused({ ...refusal, problem: t.signIn.wrong, remedy: '' }) : error
}

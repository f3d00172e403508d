import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Invitation, signIn } from '../../client.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { forgetAll } from '../../use-act.ts'
import { SignInForm } from './SignInForm.tsx'

type EnteringProps = { token: string; kind: Invitation['kind'] }
type EntryFields = { spaceName?: string; name?: string; email?: string; password?: string }

/** Creating an account by invitation; the first owner also names the space. */
export function NewHere({ token, kind }: EnteringProps) {
  const [given, setGiven] = useState<EntryFields>({})
  const enter = useEntering(token)
  const field = (name: keyof EntryFields, type: string, autoComplete: string, hint?: string) => (
    <Field name={name} label={t.enter[name]} hint={hint}>
      <input
        required
        type={type}
        autoComplete={autoComplete}
        value={given[name] ?? ''}
        onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <Form does={() => enter(given)}>
      {kind === 'found' && field('spaceName', 'text', 'organization')}
      {field('name', 'text', 'name')}
      {field('email', 'email', 'username')}
      {field('password', 'password', 'new-password', t.enter.passwordHint)}
      <Sending>{kind === 'found' ? t.enter.begin : t.enter.comeIn}</Sending>
    </Form>
  )
}

/** Using an invitation while signed in. */
export function AsMe({ token, kind, name }: EnteringProps & { name: string }) {
  const [spaceName, setSpaceName] = useState('')
  const enter = useEntering(token)
  return (
    <Form does={() => enter(kind === 'found' ? { spaceName } : {})}>
      <p className="quiet">{t.enter.signedIn(name)}</p>
      {kind === 'found' && (
        <Field name="spaceName" label={t.enter.spaceName}>
          <input required value={spaceName} onChange={(event) => setSpaceName(event.target.value)} />
        </Field>
      )}
      <Sending>{kind === 'found' ? t.enter.begin : t.enter.comeIn}</Sending>
    </Form>
  )
}

/** Signing in, then using an invitation. */
export function WithAccount({ token, kind }: EnteringProps) {
  const [name, setName] = useState<string>()
  const enter = useEntering(token)
  const signedIn = async (email: string, password: string) => {
    await signIn.withPassword(email, password)
    if (kind === 'found') setName(email)
    else await enter({})
  }
  return name ? <AsMe token={token} kind={kind} name={name} /> : <SignInForm onSignIn={signedIn} />
}

function useEntering(token: string) {
  const go = useNavigate()
  const to = useSearch({ strict: false, select: (search: { to?: string }) => search.to })
  return async (given: EntryFields) => {
    const { space } = await signIn.enter({ token, ...given })
    forgetAll()
    // The address the link was sent for, if it is in this space.
    const inside = to?.startsWith('/') ? new URL(to, window.location.origin) : undefined
    if (inside?.origin === window.location.origin && inside.pathname.startsWith(`/${space}/`))
      await go({ href: inside.pathname + inside.search, replace: true })
    else await go({ to: '/$space', params: { space }, replace: true })
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Invitation, refusalIn, signIn } from '../../client.ts'
import { t } from '../../messages/messages.ts'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useWriting } from '../../use-act.ts'
import { SignInForm } from './SignInForm.tsx'

type EnteringProps = { token: string; kind: Invitation['kind'] }
type Given = { spaceName?: string; name?: string; email?: string; password?: string }

/** Coming in for the first time: who one is, and for the first one of all what the place is called. */
export function NewHere({ token, kind }: EnteringProps) {
  const [given, setGiven] = useState<Given>({})
  const enter = useEntering(token)
  const send = (event: FormEvent) => {
    event.preventDefault()
    enter.run(given).catch(() => undefined)
  }
  const wrong = enter.error ? refusalIn(enter.error) : undefined
  const field = (name: keyof Given, type: string, autoComplete: string, hint?: string) => (
    <Field label={t.enter[name]} hint={hint} {...(wrong?.field === name ? { wrong: wrong.problem } : {})}>
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
    <form onSubmit={send} className="form">
      {kind === 'found' && field('spaceName', 'text', 'organization')}
      {field('name', 'text', 'name')}
      {field('email', 'email', 'username')}
      {field('password', 'password', 'new-password', t.enter.passwordHint)}
      <RefusalNote error={enter.error} />
      <Submit kind={kind} busy={enter.busy} />
    </form>
  )
}

/** Coming in as somebody who is signed in already. */
export function AsMe({ token, kind, name }: EnteringProps & { name: string }) {
  const [spaceName, setSpaceName] = useState('')
  const enter = useEntering(token)
  const send = (event: FormEvent) => {
    event.preventDefault()
    enter.run(kind === 'found' ? { spaceName } : {}).catch(() => undefined)
  }
  return (
    <form onSubmit={send} className="form">
      <p className="quiet">{t.enter.signedIn(name)}</p>
      {kind === 'found' && (
        <Field label={t.enter.spaceName}>
          <input required value={spaceName} onChange={(event) => setSpaceName(event.target.value)} />
        </Field>
      )}
      <RefusalNote error={enter.error} />
      <Submit kind={kind} busy={enter.busy} />
    </form>
  )
}

/** Signing in first, then coming in. */
export function WithAccount({ token, kind }: EnteringProps) {
  const [name, setName] = useState<string>()
  const enter = useEntering(token)
  const signedIn = async (email: string, password: string) => {
    await signIn.withPassword(email, password)
    if (kind === 'found') setName(email)
    else await enter.run({})
  }
  return name ? <AsMe token={token} kind={kind} name={name} /> : <SignInForm onSignIn={signedIn} />
}

function Submit({ kind, busy }: { kind: Invitation['kind']; busy: boolean }) {
  return (
    <button type="submit" className="first" disabled={busy}>
      {kind === 'found' ? t.enter.begin : t.enter.comeIn}
    </button>
  )
}

function useEntering(token: string) {
  const go = useNavigate()
  const to = useSearch({ strict: false, select: (search: { to?: string }) => search.to })
  const cache = useQueryClient()
  return useWriting(async (given: Given) => {
    const { space } = await signIn.enter({ token, ...given })
    cache.clear()
    // What the link was sent for, where it is in this space.
    const inside = to?.startsWith('/') ? new URL(to, window.location.origin) : undefined
    if (inside?.origin === window.location.origin && inside.pathname.startsWith(`/${space}/`))
      await go({ href: inside.pathname + inside.search, replace: true })
    else await go({ to: '/$space', params: { space }, replace: true })
  })
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import { signIn } from '../client.ts'
import { t } from '../messages/messages.ts'
import { Heading } from '../parts/Heading.tsx'
import { forgetAll } from '../use-act.ts'
import { SignInForm } from './enter/SignInForm.tsx'

/** The sign-in screen; continues to the requested address. */
export function SignIn() {
  const to = useSearch({ strict: false, select: (search: { to?: string }) => search.to })
  const go = useNavigate()
  const enter = async (email: string, password: string) => {
    await signIn.withPassword(email, password)
    forgetAll()
    await go({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true })
  }
  return (
    <div className="column door">
      <Heading title={t.signIn.title} />
      <SignInForm onSignIn={enter} />
      <p className="quiet">{t.signIn.invited}</p>
    </div>
  )
}

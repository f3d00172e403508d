import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isSignedOut, refusalIn } from '../client.ts'
import { loadAgain } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { Heading } from './Heading.tsx'
import { saidOf } from './said-of.ts'

/** A refusal beside its cause. */
export function RefusalNote({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <p className="refusal" role="alert">
      <RefusalWords error={error} />
    </p>
  )
}

/** A refusal as text, beside a press or at a field. */
export function RefusalWords({ error }: { error: unknown }) {
  const { refusal, id } = refusalIn(error)
  const { words, besides } = saidOf(error)
  return (
    <>
      {words}
      {besides && <small lang="en">{besides}</small>}
      {refusal === 'fault' && id && <small> {t.refusals.id(id)}</small>}
    </>
  )
}

/**
 * A refusal in place of a screen; leads somebody who is not signed in to the sign-in screen and
 * back.
 */
export function RefusalScreen({ error, reset }: { error: unknown; reset: () => void }) {
  const queries = useQueryErrorResetBoundary()
  if (isSignedOut(error)) return <ToSignIn />
  const { refusal, problem, remedy, id } = refusalIn(error)
  const { besides } = saidOf(error)
  const again = () => {
    queries.reset()
    loadAgain()
    reset()
  }
  return (
    <div className="column empty">
      <Heading title={t.refusals[refusal]} />
      {refusal !== 'fault' && (problem || remedy) && (
        <p className={besides ? 'quiet' : 'lead'} {...(besides ? { lang: 'en' } : {})}>
          {[problem, remedy].join(' ').trim()}
        </p>
      )}
      {refusal === 'fault' && id && <p className="quiet">{t.refusals.id(id)}</p>}
      <p className="row">
        {['fault', 'offline', 'too-many', 'unavailable'].includes(refusal) && (
          <button type="button" className="first" onClick={again}>
            {t.refusals.again}
          </button>
        )}
        <Link to="/" className="button">
          {t.refusals.home}
        </Link>
      </p>
    </div>
  )
}

/** Redirects to the sign-in screen, with the way back. */
function ToSignIn() {
  const go = useNavigate()
  useEffect(() => {
    go({ to: '/sign-in', search: { to: window.location.pathname }, replace: true })
  }, [go])
  return null
}

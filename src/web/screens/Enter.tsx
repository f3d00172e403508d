import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { type Invitation, refusalIn, signIn } from '../client.ts'
import { t } from '../messages/more.ts'
import { Fill } from '../parts/Fill.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Quiet } from '../parts/Quiet.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { AsMe, NewHere, WithAccount } from './enter/Entering.tsx'

/** The Enter screen: using an invitation, for the first owner or for somebody who joins. */
export function Enter() {
  const token = useLocation({ select: (at) => at.hash })
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => signIn.readInvitation(token),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!token) return <Gone words={t.enter.none} />
  if (invitation.error && refusalIn(invitation.error).refusal === 'absent') return <Gone words={t.enter.goneMore} />
  return (
    <div className="column door">
      <Heading title={t.enter.title} />
      <RefusalNote error={invitation.error} />
      {invitation.data ? <Invited token={token} invitation={invitation.data} /> : !invitation.error && <Quiet />}
    </div>
  )
}

function Gone({ words }: { words: string }) {
  return (
    <div className="column door">
      <Heading title={t.enter.gone} />
      <p className="lead">{words}</p>
      <Link to="/sign-in" className="button">
        {t.enter.signInInstead}
      </Link>
    </div>
  )
}

function Invited({ token, invitation }: { token: string; invitation: Invitation }) {
  const [known, setKnown] = useState(false)
  const me = useQuery({ queryKey: ['who'], queryFn: signIn.who, retry: false }).data?.user
  const { kind, spaceName, invitedBy } = invitation
  const words = invitedBy ? t.enter.join : t.enter.joinNobody
  return (
    <>
      <p className="lead">
        {kind === 'found' ? (
          `${t.enter.found} ${t.enter.foundMore}`
        ) : (
          <Fill text={words} name={invitedBy} space={spaceName} />
        )}
      </p>
      {me ? (
        <AsMe token={token} kind={kind} name={me.name} />
      ) : known ? (
        <WithAccount token={token} kind={kind} />
      ) : (
        <NewHere token={token} kind={kind} />
      )}
      {!me && (
        <button type="button" className="plain" onClick={() => setKnown(!known)}>
          {known ? t.enter.noAccount : t.enter.haveAccount}
        </button>
      )}
    </>
  )
}

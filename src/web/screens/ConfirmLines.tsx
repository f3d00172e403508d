import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Claim } from '../contract.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { useSpace } from '../parts/use-space.ts'
import { groupIn } from '../parts/voice.ts'
import { useDo } from '../use-act.ts'
import { useAllPages } from '../use-pages.ts'
import { ClaimCard } from './confirm-lines/ClaimCard.tsx'
import { changesOf, forgetDraft, storeDraft, type Wording, wordingWithDraft } from './confirm-lines/wording.ts'

/**
 * The Confirm screen: a speaker corrects lines, leaves some out and confirms the rest, before
 * anybody else sees them.
 */
export function ConfirmLines() {
  const source = useParams({ strict: false, select: (params) => params.source ?? '' })
  const claims = useAllPages('my-claims', { of: source }).flatMap((page) => page.claims)
  const group = claims[0] ? groupIn(claims[0].voice) : null
  return (
    <div className="column confirm-lines">
      <Heading title={group ? t.confirm.titleOfGroup(group) : t.confirm.title} />
      {claims.length === 0 ? <NothingToCheck source={source} /> : <Lines claims={claims} />}
    </div>
  )
}

function NothingToCheck({ source }: { source: string }) {
  return (
    <>
      <p className="lead">{t.confirm.none}</p>
      <Link to="/$space/source/$source" params={{ space: useSpace(), source }} className="button">
        {t.confirm.seeSource}
      </Link>
    </>
  )
}

function Lines({ claims }: { claims: Claim[] }) {
  const [wordings, setWordings] = useState<Record<string, Wording>>({})
  const wording = (claim: Claim) => wordings[claim.id] ?? wordingWithDraft(claim)
  const write = (claim: Claim, next: Wording) => {
    setWordings({ ...wordings, [claim.id]: next })
    storeDraft(claim, next)
  }
  const settle = useSettle()
  const group = claims[0] ? groupIn(claims[0].voice) : null
  const kept = claims.filter((claim) => !wording(claim).left)
  const submit = () => settle(claims.map((claim) => ({ claim, wording: wording(claim) })))
  return (
    <Form className="" does={submit}>
      <p className="lead">{group ? t.confirm.promiseOfGroup(group) : t.confirm.promise}</p>
      {claims[0] && <OnlyIn area={claims[0].topic.area} />}
      {claims.map((claim, k) => (
        <ClaimCard
          key={claim.id}
          name={t.confirm.line(k + 1)}
          claim={claim}
          wording={wording(claim)}
          onChange={(next) => write(claim, next)}
        />
      ))}
      <Sending
        beside={
          kept.length > 0 && (
            <small className="quiet">{group ? t.confirm.confirmHintOfGroup : t.confirm.confirmHint}</small>
          )
        }
      >
        {kept.length > 0 ? t.confirm.confirm : t.confirm.nothingLeft}
      </Sending>
    </Form>
  )
}

type Settled = { claim: Claim; wording: Wording }

/** Sends corrections and withdrawals, then confirms the rest in one act. */
function useSettle() {
  const correct = useDo('correct-claim')
  const withdraw = useDo('withdraw-claim')
  const confirm = useDo('confirm-claims')
  const space = useSpace()
  const go = useNavigate()

  return async (lines: Settled[]) => {
    const confirmed: { id: string; version: number }[] = []
    for (const { claim, wording } of lines) {
      const changed = changesOf(claim, wording)
      let version = claim.version
      if (wording.left) await withdraw({ claim: claim.id, version })
      else if (changed) version = (await correct({ claim: claim.id, version, ...changed })).version
      if (!wording.left) confirmed.push({ id: claim.id, version })
    }
    if (confirmed.length > 0) await confirm({ claims: confirmed })
    for (const { claim } of lines) forgetDraft(claim)
    const done = lines[0] && groupIn(lines[0].claim.voice) ? t.confirm.doneOfGroup : t.confirm.done
    announce(confirmed.length > 0 ? done : t.confirm.doneNone)
    const topic = lines[0]?.claim.topic
    if (topic) await go({ to: '/$space/t/$', params: { space, _splat: topic.path } })
  }
}

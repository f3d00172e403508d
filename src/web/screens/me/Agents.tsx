import { useState } from 'react'
import type { Out } from '../../contract.ts'
import { day, t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { ProposalCard } from '../../parts/Proposal.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useAct, useDo } from '../../use-act.ts'

/** The agents that may come in as me: what they would do, their keys, and making another. */
export function Agents() {
  const { agents } = useAct('list-agent-keys', {})
  const { proposals } = useAct('list-proposals', {})
  return (
    <section className="agents">
      <h2>{t.agents.title}</h2>
      <p className="quiet">{t.agents.lead}</p>
      {proposals.length > 0 && (
        <ul className="proposals" aria-label={t.agents.waiting}>
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <ProposalCard proposal={proposal} />
            </li>
          ))}
        </ul>
      )}
      {agents.length > 0 && (
        <ul className="record">
          {agents.map((agent) => (
            <OneAgent key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
      <MakeKey />
    </section>
  )
}

function OneAgent({ agent: { id, name, madeAt } }: { agent: Out<'list-agent-keys'>['agents'][number] }) {
  const end = useDo('end-agent-key')
  const over = async () => {
    await end.run({ agent: id })
    announce(t.agents.ended(name))
  }
  return (
    <li>
      <div>
        <p>{name}</p>
        <small>{t.people.since(day(madeAt))}</small>
        <RefusalNote error={end.error} />
      </div>
      <button
        type="button"
        className="small"
        aria-label={t.agents.endOf(name)}
        disabled={end.busy}
        onClick={() => over().catch(() => undefined)}
      >
        {t.agents.end}
      </button>
    </li>
  )
}

function MakeKey() {
  const [name, setName] = useState('')
  const [made, setMade] = useState<Out<'make-agent-key'>>()
  const make = useDo('make-agent-key')
  const send = async () => {
    setMade(await make.run({ name }))
    setName('')
  }
  return (
    <>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send().catch(() => undefined)
        }}
      >
        <Field label={t.agents.name}>
          <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <RefusalNote error={make.error} />
        <button type="submit" disabled={make.busy}>
          {t.agents.make}
        </button>
      </form>
      {made && <KeyMade made={made} />}
    </>
  )
}

function KeyMade({ made }: { made: Out<'make-agent-key'> }) {
  const copy = () => navigator.clipboard.writeText(made.secret).then(() => announce(t.people.copied))
  return (
    <div className="form made" role="status">
      <Field label={t.agents.key} hint={t.agents.once}>
        <input readOnly value={made.secret} onFocus={(event) => event.target.select()} />
      </Field>
      <Field label={t.agents.address}>
        <input readOnly value={window.location.origin + made.path} onFocus={(event) => event.target.select()} />
      </Field>
      <button type="button" className="first" onClick={() => copy().catch(() => undefined)}>
        {t.agents.copy}
      </button>
    </div>
  )
}

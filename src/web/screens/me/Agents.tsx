import { useState } from 'react'
import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Copy } from '../../parts/Copy.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Press } from '../../parts/Press.tsx'
import { ProposalCard } from '../../parts/Proposal.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useAct, useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

/** One's agents: their proposals, keys, and making a key. */
export function Agents() {
  const { agents } = useAct('list-agent-keys', {})
  const { pages, more } = usePages('list-proposals', {})
  const proposals = pages.flatMap((page) => page.proposals)
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
      <ShowMore more={more} />
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
    await end({ agent: id })
    announce(t.agents.ended(name))
  }
  return (
    <li>
      <div>
        <p>{name}</p>
        <small>{t.people.since(day(madeAt))}</small>
      </div>
      <Press className="small" aria-label={t.agents.endOf(name)} does={over}>
        {t.agents.end}
      </Press>
    </li>
  )
}

function MakeKey() {
  const [name, setName] = useState('')
  const [made, setMade] = useState<Out<'make-agent-key'>>()
  const make = useDo('make-agent-key')
  const send = async () => {
    setMade(await make({ name }))
    setName('')
  }
  return (
    <>
      <Form does={send}>
        <Field name="name" label={t.agents.name}>
          <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Sending className="">{t.agents.make}</Sending>
      </Form>
      {made && <KeyMade made={made} />}
    </>
  )
}

function KeyMade({ made }: { made: Out<'make-agent-key'> }) {
  return (
    <div className="form made" role="status">
      <Field label={t.agents.key} hint={t.agents.once}>
        <input readOnly value={made.secret} onFocus={(event) => event.target.select()} />
      </Field>
      <Field label={t.agents.address}>
        <input readOnly value={window.location.origin + made.path} onFocus={(event) => event.target.select()} />
      </Field>
      <Copy className="first" words={made.secret} done={t.people.copied}>
        {t.agents.copy}
      </Copy>
    </div>
  )
}

import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { month, t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** What I said and what somebody else said differ: both may be right, and each says when theirs holds. */
export function DifferThing({ thing }: { thing: Extract<Thing, { kind: 'differ' }> }) {
  const { difference, topic, statement, holdsWhen, saidAt, other } = thing
  const [when, setWhen] = useState(holdsWhen ?? '')
  const say = useDo('say-when')
  const send = async (words?: string) => {
    await say.run({ difference, ...(words && { holdsWhen: words }) })
    announce(t.tending.today.said)
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      topic={topic}
      note={t.tending.today.differNote}
      text={
        <>
          <Side name={t.tending.today.you} said={{ statement, holdsWhen, saidAt }} />
          <Side name={other.person.name} said={other} />
          {t.tending.today.differ}
        </>
      }
    >
      <form action={() => send(when.trim()).catch(() => undefined)} className="form">
        <Field label={t.tending.today.yours} hint={t.tending.today.yoursHint}>
          <input maxLength={200} required value={when} onChange={(event) => setWhen(event.target.value)} />
        </Field>
        <RefusalNote error={say.error} />
        <div className="row">
          <button type="submit" className="first" disabled={say.busy}>
            {t.tending.today.say}
          </button>
          <button type="button" className="plain" disabled={say.busy} onClick={() => send().catch(() => undefined)}>
            {t.tending.today.asItStands}
          </button>
        </div>
      </form>
    </Card>
  )
}

type Said = { statement: string; holdsWhen: string | null; saidAt: string }

function Side({ name, said: { statement, holdsWhen, saidAt } }: { name: string; said: Said }) {
  const when = holdsWhen ? `, ${holdsWhen}` : ''
  return (
    <span className="side">
      <Fill text={t.tending.today.differSide} name={name} on={month(saidAt)} when={when} words={statement} />
    </span>
  )
}

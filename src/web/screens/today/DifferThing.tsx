import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { month, t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** What I said and what somebody else said differ: both may be right, and each says when theirs holds. */
export function DifferThing({ thing }: { thing: Extract<Thing, { kind: 'differ' }> }) {
  const { difference, topic, statement, holdsWhen, saidAt, other } = thing
  const [when, setWhen] = useState(holdsWhen ?? '')
  const say = useDo('say-when')
  const send = async (words?: string) => {
    await say({ difference, ...(words && { holdsWhen: words }) })
    announce(t.today.tending.said)
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      topic={topic}
      note={t.today.tending.differNote}
      text={
        <>
          <Side name={t.today.tending.you} said={{ statement, holdsWhen, saidAt }} />
          <Side name={other.person.name} said={other} />
          {t.today.tending.differ}
        </>
      }
    >
      <Form does={() => send(when.trim())}>
        <Field name="holdsWhen" label={t.today.tending.yours} hint={t.today.tending.yoursHint}>
          <input maxLength={200} required value={when} onChange={(event) => setWhen(event.target.value)} />
        </Field>
        <Sending
          beside={
            <Press className="plain" does={send}>
              {t.today.tending.asItStands}
            </Press>
          }
        >
          {t.today.tending.say}
        </Sending>
      </Form>
    </Card>
  )
}

type Said = { statement: string; holdsWhen: string | null; saidAt: string }

function Side({ name, said: { statement, holdsWhen, saidAt } }: { name: string; said: Said }) {
  const when = holdsWhen ? `, ${holdsWhen}` : ''
  return (
    <span className="side">
      <Fill text={t.today.tending.differSide} name={name} on={month(saidAt)} when={when} words={statement} />
    </span>
  )
}

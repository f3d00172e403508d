import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { month } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press } from '../../parts/Press.tsx'
import { voiceName } from '../../parts/voice.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: one's own line differs from another's; each says when theirs holds. */
export function DifferThing({ thing }: { thing: Extract<Thing, { kind: 'differ' }> }) {
  const { difference, topic, statement, holdsWhen, saidAt, other } = thing
  const [when, setWhen] = useState(holdsWhen ?? '')
  const say = useDo('say-when')
  const send = async (words?: string) => {
    await say({ difference, ...(words && { holdsWhen: words }) })
    announce(t.thing.tending.said)
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      topic={topic}
      note={t.thing.tending.differNote}
      text={
        <>
          <Side name={t.thing.tending.you} said={{ statement, holdsWhen, saidAt }} />
          <Side name={voiceName(other.voice)} said={other} />
          {t.thing.tending.differ}
        </>
      }
    >
      <Form does={() => send(when.trim())}>
        <Field name="holdsWhen" label={t.thing.tending.yours} hint={t.thing.tending.yoursHint}>
          <input maxLength={200} required value={when} onChange={(event) => setWhen(event.target.value)} />
        </Field>
        <Sending
          beside={
            <Press className="plain" does={send}>
              {t.thing.tending.asItStands}
            </Press>
          }
        >
          {t.thing.tending.say}
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
      <Fill text={t.thing.tending.differSide} name={name} on={month(saidAt)} when={when} words={statement} />
    </span>
  )
}

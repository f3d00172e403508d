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
        <Fill
          text={t.tending.today.differ}
          me={t.tending.today.you}
          on={month(saidAt)}
          when={circumstances(holdsWhen)}
          mine={statement}
          name={other.person.name}
          theirOn={month(other.saidAt)}
          theirWhen={circumstances(other.holdsWhen)}
          theirs={other.statement}
        />
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

const circumstances = (when: string | null) => (when ? `, ${when}` : '')

import { useState } from 'react'
import type { Topic } from '../../../contract.ts'
import { day, t } from '../../../messages/messages.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Field } from '../../../parts/Field.tsx'
import { RefusalNote } from '../../../parts/Refusal.tsx'
import { useAct, useDo } from '../../../use-act.ts'
import type { TendingProps } from './More.tsx'
import { useGoTo } from './use-go-to.ts'

/** Another topic of the same area comes into this one; and what came before can go again. */
export function Joining({ topic, onDone }: TendingProps) {
  const others = useAct('list-topics', {}).topics.filter(
    (one) => one.id !== topic.id && one.area.slug === topic.area.slug,
  )
  return (
    <>
      {others.length > 0 ? <Choosing {...{ topic, onDone, others }} /> : <p className="quiet">{t.tending.joinNone}</p>}
      <Joined topic={topic} onDone={onDone} />
    </>
  )
}

function Choosing({ topic, onDone, others }: TendingProps & { others: Topic[] }) {
  const [from, setFrom] = useState('')
  const merge = useDo('merge-topics')
  async function send() {
    await merge.run({ from, into: topic.id })
    announce(t.tending.joined(others.find(({ id }) => id === from)?.title ?? ''))
    onDone()
  }
  return (
    <form action={() => send().catch(() => undefined)} className="form">
      <Field label={t.tending.joinWith}>
        <select required value={from} onChange={(event) => setFrom(event.target.value)}>
          <option value="">{t.tending.joinChoose}</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <p>{t.tending.joinMore(topic.title)}</p>
      <p className="quiet">{t.tending.joinBack}</p>
      <RefusalNote error={merge.error} />
      <button type="submit" className="first" disabled={merge.busy}>
        {t.tending.joinSubmit}
      </button>
    </form>
  )
}

function Joined({ topic, onDone }: TendingProps) {
  const { joined } = useAct('topic-care', { topic: topic.path })
  const part = useDo('part-topics')
  const goTo = useGoTo()
  if (joined.length === 0) return null
  const send = async (id: string) => {
    const parted = await part.run({ topic: id })
    announce(t.tending.parted(parted.topic.title))
    onDone()
    await goTo(parted.from.path)
  }
  return (
    <section className="was-joined">
      <h3>{t.tending.wasJoined}</h3>
      <ul className="plain-list">
        {joined.map(({ topic: id, title, by, at }) => (
          <li key={id}>
            <span>{t.tending.joinedBy(title, by.name, day(at))}</span>
            <button
              type="button"
              className="small"
              disabled={part.busy}
              onClick={() => send(id).catch(() => undefined)}
            >
              {t.tending.part}
              <span className="unseen">: {title}</span>
            </button>
          </li>
        ))}
      </ul>
      <RefusalNote error={part.error} />
    </section>
  )
}

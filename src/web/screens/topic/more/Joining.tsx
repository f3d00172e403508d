import { useState } from 'react'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Form, Sending } from '../../../parts/Form.tsx'
import { TopicField } from '../../../parts/TopicField.tsx'
import { titled, useTopicsCalled } from '../../../parts/use-topics-called.ts'
import { useAct, useDo } from '../../../use-act.ts'
import type { TendingProps } from './More.tsx'

/** Joining another topic of the same area to this one. */
export function Joining({ topic, onDone }: TendingProps) {
  const some = useAct('list-topics', { area: topic.area.slug, most: 2 }).topics
  if (some.every(({ id }) => id === topic.id)) return <p className="quiet">{t.tending.joinNone}</p>
  return <Choosing {...{ topic, onDone }} />
}

function Choosing({ topic, onDone }: TendingProps) {
  const [called, setCalled] = useState('')
  const merge = useDo('merge-topics')
  const others = useTopicsCalled(called, topic.area.slug).filter(({ id }) => id !== topic.id)
  const from = titled(others, called)
  async function send() {
    if (!from) return
    await merge({ from: from.id, into: topic.id })
    announce(t.tending.joined(from.title))
    onDone(from)
  }
  return (
    <Form does={send}>
      <TopicField
        name="from"
        label={t.tending.joinWith}
        hint={t.tending.joinHint}
        topics={others}
        value={called}
        onChange={setCalled}
      />
      <p>{t.tending.joinMore(topic.title)}</p>
      <p className="quiet">{t.tending.joinBack}</p>
      <Sending disabled={!from}>{t.tending.joinSubmit}</Sending>
    </Form>
  )
}

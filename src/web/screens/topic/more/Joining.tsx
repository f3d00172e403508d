import { useId, useState } from 'react'
import type { Topic } from '../../../contract.ts'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Field } from '../../../parts/Field.tsx'
import { Form, Sending } from '../../../parts/Form.tsx'
import { useAct, useDo } from '../../../use-act.ts'
import type { TendingProps } from './More.tsx'

/** Another topic of the same area comes into this one. */
export function Joining({ topic, onDone }: TendingProps) {
  const others = useAct('list-topics', {}).topics.filter(
    (one) => one.id !== topic.id && one.area.slug === topic.area.slug,
  )
  if (others.length === 0) return <p className="quiet">{t.tending.joinNone}</p>
  return <Choosing {...{ topic, onDone, others }} />
}

function Choosing({ topic, onDone, others }: TendingProps & { others: Topic[] }) {
  const [called, setCalled] = useState('')
  const merge = useDo('merge-topics')
  const from = others.find(({ title }) => title.toLowerCase() === called.trim().toLowerCase())
  async function send() {
    if (!from) return
    await merge({ from: from.id, into: topic.id })
    announce(t.tending.joined(from.title))
    onDone(from)
  }
  return (
    <Form does={send}>
      <WhichTopic others={others} value={called} onChange={setCalled} />
      <p>{t.tending.joinMore(topic.title)}</p>
      <p className="quiet">{t.tending.joinBack}</p>
      <Sending disabled={!from}>{t.tending.joinSubmit}</Sending>
    </Form>
  )
}

type WhichTopicProps = { others: Topic[]; value: string; onChange: (called: string) => void }

/** A topic by its title, completed as one types. */
function WhichTopic({ others, value, onChange }: WhichTopicProps) {
  const id = useId()
  return (
    <>
      <Field name="from" label={t.tending.joinWith} hint={t.tending.joinHint}>
        <input required list={id} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
      </Field>
      <datalist id={id}>
        {others.map((one) => (
          <option key={one.id} value={one.title} />
        ))}
      </datalist>
    </>
  )
}

import { useState } from 'react'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Field } from '../../../parts/Field.tsx'
import { Form, Sending } from '../../../parts/Form.tsx'
import { useDo } from '../../../use-act.ts'
import type { TendingProps } from './More.tsx'
import { useGoTo } from './use-go-to.ts'

/** Renaming a topic, with a note on addresses that still work. */
export function Renaming({ topic, onDone }: TendingProps) {
  const [title, setTitle] = useState(topic.title)
  const rename = useDo('rename-topic')
  const goTo = useGoTo()
  async function send() {
    const { topic: now } = await rename({ topic: topic.id, title: title.trim() })
    announce(t.tending.renamed(now.title))
    onDone()
    await goTo(now.path)
  }
  return (
    <Form does={send}>
      <Field name="title" label={t.tending.title}>
        <input required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <p className="quiet">{t.tending.renameMore}</p>
      <Sending disabled={title.trim() === topic.title}>{t.tending.renameSubmit}</Sending>
    </Form>
  )
}

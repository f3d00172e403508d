import { useState } from 'react'
import { t } from '../messages/more.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { AreaField } from './AreaField.tsx'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import type { StartProps } from './StartTopicSheet.tsx'

/** A form for a new topic: title and area. */
export function StartTopicForm({ onClose, onStarted, called = '' }: StartProps) {
  const [title, setTitle] = useState(called)
  const [area, setArea] = useState('')
  const start = useDo('start-topic')

  async function send() {
    const { topic } = await start({ title: title.trim(), ...(area ? { area } : {}) })
    announce(t.topics.started(topic.title))
    onClose()
    onStarted(topic.path)
  }

  return (
    <Form does={send}>
      <Field name="title" label={t.topics.name}>
        <input required value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <AreaField value={area} onChange={setArea} />
      <Sending>{t.topics.submit}</Sending>
    </Form>
  )
}

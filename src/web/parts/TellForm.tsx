import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Topic } from '../contract.ts'
import { t } from '../messages/more.ts'
import { useDo } from '../use-act.ts'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import { useDraft } from './use-draft.ts'
import { useSpace } from './use-space.ts'

/** A form for telling unasked: a question of one's own and its answer. */
export function TellForm({ topic, given }: { topic: Topic; given: string }) {
  const [words, setWords, forget] = useDraft(`tell/${topic.id}`, '')
  const [question, setQuestion] = useState(given)
  const asked = useRef<{ words: string; id: string }>(undefined)
  const ask = useDo('ask')
  const answer = useDo('answer')
  const space = useSpace()
  const go = useNavigate()

  async function keep() {
    const put = question.trim()
    if (asked.current?.words !== put) {
      asked.current = { words: put, id: (await ask({ topic: topic.id, words: put })).question }
    }
    const { source } = await answer({ question: asked.current.id, words: words.trim() })
    forget()
    await go({ to: '/$space/confirm/$source', params: { space, source } })
  }

  return (
    <Form does={keep}>
      <Field label={t.tell.words} hint={t.answering.hint}>
        <textarea required rows={5} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Field label={t.tell.question} hint={t.tell.questionHint}>
        <textarea required rows={1} value={question} onChange={(event) => setQuestion(event.target.value)} />
      </Field>
      <Sending>{t.keep}</Sending>
    </Form>
  )
}

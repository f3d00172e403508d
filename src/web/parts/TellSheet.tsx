import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Topic } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { useDo } from '../use-act.ts'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import { Sheet } from './Sheet.tsx'
import { useDraft } from './use-draft.ts'
import { useSpace } from './use-space.ts'

type TellProps = { topic: Topic; open: boolean; onClose: () => void; question?: string }

/** Telling what one knows without having been asked: one puts the question oneself, answers it, and checks the lines. */
export function TellSheet({ topic, open, onClose, question }: TellProps) {
  return (
    <Sheet open={open} onClose={onClose} title={t.tell.title(topic.title)}>
      <TellForm topic={topic} given={question ?? t.tell.asked(topic.title)} />
    </Sheet>
  )
}

function TellForm({ topic, given }: { topic: Topic; given: string }) {
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
    await go({ to: '/$space/check/$source', params: { space, source } })
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

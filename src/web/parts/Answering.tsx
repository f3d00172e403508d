import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { t } from '../messages/things.ts'
import { useDo } from '../use-act.ts'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import { useDraft } from './use-draft.ts'
import { useSpace } from './use-space.ts'

type AnsweringProps = { question: string; request?: string; words?: string; onLeave: () => void }

/** Writing an answer in place; what is kept goes straight to its lines, to be checked. */
export function Answering({ question, request, words: begun = '', onLeave }: AnsweringProps) {
  const [words, setWords, forget] = useDraft(`answer/${question}`, begun)
  const answer = useDo('answer')
  const space = useSpace()
  const go = useNavigate()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function keep() {
    const { source } = await answer({ question, words: words.trim(), ...(request ? { request } : {}) })
    forget()
    await go({ to: '/$space/confirm/$source', params: { space, source } })
  }

  return (
    <Form does={keep}>
      <Field name="words" label={t.answering.label} hint={t.answering.hint}>
        <textarea required rows={4} ref={field} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Sending onLeave={onLeave}>{t.keep}</Sending>
    </Form>
  )
}

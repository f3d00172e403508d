import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef } from 'react'
import { t } from '../messages/messages.ts'
import { useDo } from '../use-act.ts'
import { Field } from './Field.tsx'
import { RefusalNote } from './Refusal.tsx'
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

  async function keep(event: FormEvent) {
    event.preventDefault()
    const { source } = await answer.run({ question, words: words.trim(), ...(request ? { request } : {}) })
    forget()
    await go({ to: '/$space/check/$source', params: { space, source } })
  }

  return (
    <form onSubmit={(event) => keep(event).catch(() => undefined)} className="form">
      <Field label={t.answering.label} hint={t.answering.hint}>
        <textarea required rows={4} ref={field} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <RefusalNote error={answer.error} />
      <div className="row">
        <button type="submit" className="first" disabled={answer.busy}>
          {t.keep}
        </button>
        <button type="button" className="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </form>
  )
}

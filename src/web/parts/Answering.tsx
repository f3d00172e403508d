import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Topic } from '../contract.ts'
import { t } from '../messages/things.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { AsWhom, useMyGroups } from './AsWhom.tsx'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import { useDraft } from './use-draft.ts'
import { useSpace } from './use-space.ts'

type AnsweringProps = {
  question: string
  /** The area of the question. */
  area: Topic['area']
  request?: string
  words?: string
  onLeave: () => void
}

/**
 * A form for an answer, in one's own name or a group's. One's own leads to checking its lines; a
 * group's waits for the whole group.
 */
export function Answering({ question, area, request, words: begun = '', onLeave }: AnsweringProps) {
  const [words, setWords, forget] = useDraft(`answer/${question}`, begun)
  const [group, setGroup] = useState('')
  const groups = useMyGroups(area)
  const answer = useDo('answer')
  const sayTogether = useDo('say-together')
  const space = useSpace()
  const go = useNavigate()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function keep() {
    const said = { question, words: words.trim() }
    if (group) {
      await sayTogether({ ...said, group })
      forget()
      announce(t.answering.doneTogether)
      return onLeave()
    }
    const { source } = await answer({ ...said, ...(request ? { request } : {}) })
    forget()
    await go({ to: '/$space/confirm/$source', params: { space, source } })
  }

  return (
    <Form does={keep}>
      <Field
        name="words"
        label={group ? t.answering.labelTogether : t.answering.label}
        hint={group ? t.answering.hintTogether : t.answering.hint}
      >
        <textarea required rows={4} ref={field} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <AsWhom groups={groups} value={group} onChoose={setGroup} />
      <Sending onLeave={onLeave}>{t.keep}</Sending>
    </Form>
  )
}

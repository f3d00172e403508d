import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { t } from '../messages/more.ts'
import { Field } from '../parts/Field.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Quiet } from '../parts/Quiet.tsx'
import { useSpace } from '../parts/use-space.ts'
import { LookedFor } from './ask/LookedFor.tsx'
import { WhatWasSaid } from './ask/WhatWasSaid.tsx'

/** The Ask screen: a question, the quoted answer or "not in here", and people to ask. */
export function Ask() {
  const words = useSearch({ strict: false, select: ({ q }) => q ?? '' })
  return (
    <div className="column asking">
      <Heading title={t.ask.title} />
      <QuestionLine asked={words} />
      {words ? (
        <Suspense key={words} fallback={<Waiting />}>
          <WhatWasSaid words={words} />
        </Suspense>
      ) : (
        <LookedFor />
      )}
    </div>
  )
}

const Waiting = () => (
  <section>
    <Quiet />
  </section>
)

function QuestionLine({ asked }: { asked: string }) {
  const [words, setWords] = useState(asked)
  const space = useSpace()
  const go = useNavigate()
  // On going back, the field shows the question that is answered below.
  useEffect(() => setWords(asked), [asked])
  async function ask() {
    const q = words.trim().replace(/\s+/g, ' ')
    if (q) await go({ to: '/$space/ask', params: { space }, search: { q } })
  }
  return (
    <Form does={ask}>
      <div className="question-line">
        <Field label={t.asking.field}>
          <input
            enterKeyHint="search"
            required
            maxLength={2000}
            autoComplete="off"
            placeholder={t.asking.placeholder}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Sending>{t.asking.submit}</Sending>
      </div>
      {!asked && <p className="quiet">{t.asking.lead}</p>}
    </Form>
  )
}

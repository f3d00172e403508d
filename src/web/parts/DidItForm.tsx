import { useState } from 'react'
import type { Person } from '../contract.ts'
import { todayHere } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import type { DidItProps } from './DidItSheet.tsx'
import { Field } from './Field.tsx'
import { Fill } from './Fill.tsx'
import { Form, Sending } from './Form.tsx'
import { type How, HowItWas, saidOf } from './HowItWas.tsx'
import { PersonField } from './PersonField.tsx'
import { useWhatHelped, WhatHelped } from './WhatHelped.tsx'

/** A form for a doing: day, witness, help and a comment. The witness is asked to confirm. */
export function DidItForm({ topic, line, with: proposed, onClose }: DidItProps) {
  const [on, setOn] = useState(todayHere)
  const [witness, setWitness] = useState<Person | undefined>(proposed ?? undefined)
  const [words, setWords] = useState('')
  const [how, setHow] = useState<How>({ help: '', unusual: '' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const things = useWhatHelped(topic, on)
  const did = useDo('did-it')

  async function keep() {
    if (!witness) return
    const said = { ...(line && { claim: line.id }), ...(words.trim() && { words: words.trim() }), ...saidOf(how) }
    const helped = things.map(({ id }) => id).filter((id) => chosen.has(id))
    await did({ topic: topic.id, on, with: witness.id, ...said, ...(helped.length > 0 && { helped }) })
    announce(t.didIt.done(witness.name))
    onClose()
  }

  return (
    <Form does={keep}>
      <p className="say">
        <Fill text={t.didIt.what} topic={topic.title} />
      </p>
      {line && <blockquote className="question-words">{line.statement}</blockquote>}
      <Field name="on" label={t.didIt.on}>
        <input type="date" required max={todayHere()} value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      <PersonField name="with" label={t.didIt.with} value={witness?.id ?? ''} onChoose={setWitness} area={topic.area} />
      <HowItWas how={how} onSay={setHow} />
      <WhatHelped things={things} chosen={chosen} onChoose={setChosen} />
      <Field name="words" label={t.didIt.words} optional={t.optional}>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <p className="quiet">{t.didIt.hint}</p>
      <Sending>{t.didIt.keep}</Sending>
    </Form>
  )
}

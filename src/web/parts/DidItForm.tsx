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

/** When, who saw it, and a line; whoever saw it is asked. */
export function DidItForm({ topic, line, with: proposed, onClose }: DidItProps) {
  const [on, setOn] = useState(todayHere)
  const [witness, setWitness] = useState<Person | undefined>(proposed ?? undefined)
  const [words, setWords] = useState('')
  const [how, setHow] = useState<How>({ help: '', unusual: '' })
  const did = useDo('did-it')

  async function keep() {
    if (!witness) return
    const said = { ...(line && { claim: line.id }), ...(words.trim() && { words: words.trim() }), ...saidOf(how) }
    await did({ topic: topic.id, on, with: witness.id, ...said })
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
      <Field name="words" label={t.didIt.words} optional={t.optional}>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <p className="quiet">{t.didIt.hint}</p>
      <Sending>{t.didIt.keep}</Sending>
    </Form>
  )
}

import { useState } from 'react'
import type { Person, Topic } from '../contract.ts'
import { t, todayHere } from '../messages/messages.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { Field } from './Field.tsx'
import { Fill } from './Fill.tsx'
import { Form, Sending } from './Form.tsx'
import { PersonField } from './PersonField.tsx'
import { Sheet } from './Sheet.tsx'

type DidItProps = { topic: Topic; with?: Person | null; onClose: () => void }

/** "I did this": when, who saw it, and a line if one likes. */
export function DidItSheet({ open, ...rest }: DidItProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.didIt.title}>
      <DidItForm {...rest} />
    </Sheet>
  )
}

function DidItForm({ topic, with: proposed, onClose }: DidItProps) {
  const [on, setOn] = useState(todayHere)
  const [witness, setWitness] = useState<Person | undefined>(proposed ?? undefined)
  const [words, setWords] = useState('')
  const did = useDo('did-it')

  async function keep() {
    if (!witness) return
    await did({ topic: topic.id, on, with: witness.id, ...(words.trim() ? { words: words.trim() } : {}) })
    announce(t.didIt.done(witness.name))
    onClose()
  }

  return (
    <Form does={keep}>
      <p className="say">
        <Fill text={t.didIt.what} topic={topic.title} />
      </p>
      <Field name="on" label={t.didIt.on}>
        <input type="date" required max={todayHere()} value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      <PersonField name="with" label={t.didIt.with} value={witness?.id ?? ''} onChoose={setWitness} area={topic.area} />
      <Field name="words" label={t.didIt.words} optional={t.optional}>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <p className="quiet">{t.didIt.hint}</p>
      <Sending>{t.didIt.keep}</Sending>
    </Form>
  )
}

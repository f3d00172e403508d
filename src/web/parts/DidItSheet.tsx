import { type FormEvent, useState } from 'react'
import type { Person, Topic } from '../contract.ts'
import { t, todayHere } from '../messages/messages.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { Field } from './Field.tsx'
import { Fill } from './Fill.tsx'
import { type How, HowItWas, saidOf } from './HowItWas.tsx'
import { PersonField } from './PersonField.tsx'
import { RefusalNote } from './Refusal.tsx'
import { Sheet } from './Sheet.tsx'

type Line = { id: string; statement: string }
type DidItProps = { topic: Topic; line?: Line | null; with?: Person | null; onClose: () => void }

/** "I did this": when, who saw it, how much help there was, and a line if one likes; of one line, or the topic as a whole. */
export function DidItSheet({ open, ...rest }: DidItProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.didIt.title}>
      <DidItForm {...rest} />
    </Sheet>
  )
}

function DidItForm({ topic, line, with: proposed, onClose }: DidItProps) {
  const [on, setOn] = useState(todayHere)
  const [witness, setWitness] = useState<Person | undefined>(proposed ?? undefined)
  const [words, setWords] = useState('')
  const [how, setHow] = useState<How>({ help: '', unusual: '' })
  const did = useDo('did-it')

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (!witness) return
    const said = { ...(line && { claim: line.id }), ...(words.trim() && { words: words.trim() }), ...saidOf(how) }
    await did.run({ topic: topic.id, on, with: witness.id, ...said })
    announce(t.didIt.done(witness.name))
    onClose()
  }

  return (
    <form onSubmit={(event) => keep(event).catch(() => undefined)} className="form">
      <p className="say">
        <Fill text={t.didIt.what} topic={topic.title} />
      </p>
      {line && <blockquote className="question-words">{line.statement}</blockquote>}
      <Field label={t.didIt.on}>
        <input type="date" required max={todayHere()} value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      <PersonField label={t.didIt.with} value={witness?.id ?? ''} onChoose={setWitness} area={topic.area} />
      <HowItWas how={how} onSay={setHow} />
      <Field label={t.didIt.words} optional={t.optional}>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <p className="quiet">{t.didIt.hint}</p>
      <RefusalNote error={did.error} />
      <button type="submit" className="first" disabled={did.busy}>
        {t.didIt.keep}
      </button>
    </form>
  )
}

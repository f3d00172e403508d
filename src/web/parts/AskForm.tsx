import { useId, useState } from 'react'
import type { Person, Topic } from '../contract.ts'
import { t } from '../messages/more.ts'
import { useActs, useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import type { AskProps } from './AskSheet.tsx'
import { Field } from './Field.tsx'
import { Form, Sending } from './Form.tsx'
import { OnlyIn } from './OnlyIn.tsx'
import { TopicField } from './TopicField.tsx'
import { useDraft } from './use-draft.ts'
import { titled, topicTitled, useTopicsCalled } from './use-topics-called.ts'
import { Whom } from './Whom.tsx'

/** A form for a question: topic, words, whom to ask, and whether to be named. */
export function AskForm({
  topic,
  of,
  called = '',
  words: given = '',
  line,
  onAsked,
  onClose,
}: AskProps & { onClose: () => void }) {
  const [words, setWords, forget] = useDraft(`ask/${topic?.id ?? given}${line ? `/${line}` : ''}`, given)
  const [about, setAbout] = useState(called)
  const [whom, setWhom] = useState<Person | undefined>(of)
  const topics = useTopicsCalled(about)
  const at = topic ?? titled(topics, about)
  const acts = useActs()
  const start = useDo('start-topic')
  // A named colleague always sees who asks.
  const mayBeUnnamed = !whom && !line
  const ask = useDo('ask')
  const [unnamed, setUnnamed] = useState(false)
  const [puzzled, askPuzzle] = [useDo('puzzled'), useDo('ask-puzzle')]

  async function send() {
    const on = at ?? (await topicTitled(acts, about)) ?? (await start({ title: about.trim() })).topic
    if (unnamed && mayBeUnnamed) await askUnnamed(on)
    else await ask({ topic: on.id, words: words.trim(), ...(whom && { of: whom.id }), ...(line && { line }) })
    forget()
    announce(whom ? t.ask.done(whom.name) : t.ask.doneRoom)
    onClose()
    onAsked?.(on.path)
  }

  /** Asks the room without a name. */
  async function askUnnamed(on: Topic) {
    const { puzzle } = await puzzled({ words: words.trim().slice(0, 400) })
    await askPuzzle({ puzzle: puzzle.id, topic: on.id, words: words.trim() })
  }

  return (
    <Form does={send}>
      {at && <OnlyIn area={at.area} />}
      {!topic && (
        <TopicField
          name="title"
          label={t.ask.about}
          hint={t.ask.aboutHint}
          topics={topics}
          value={about}
          onChange={setAbout}
        />
      )}
      <Field name="words" label={t.ask.words}>
        <textarea required rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Whom topic={at} value={whom} onChoose={setWhom} />
      {mayBeUnnamed && <Unnamed chosen={unnamed} onChoose={setUnnamed} />}
      <p className="quiet">{t.ask.promise}</p>
      <Sending>{t.ask.submit}</Sending>
    </Form>
  )
}

function Unnamed({ chosen, onChoose }: { chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const id = useId()
  return (
    <div className="choice">
      <div className="choices">
        <label>
          <input
            type="checkbox"
            checked={chosen}
            aria-describedby={id}
            onChange={(event) => onChoose(event.target.checked)}
          />
          <span>{t.ask.unnamed}</span>
        </label>
      </div>
      {chosen && <small id={id}>{t.ask.unnamedHint}</small>}
    </div>
  )
}

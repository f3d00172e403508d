import { useState } from 'react'
import type { Person } from '../../../contract.ts'
import { day, list } from '../../../messages/messages.ts'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { DayField } from '../../../parts/DayField.tsx'
import { Form, Sending } from '../../../parts/Form.tsx'
import { PersonField } from '../../../parts/PersonField.tsx'
import { Press } from '../../../parts/Press.tsx'
import { useAct, useActs, useDo } from '../../../use-act.ts'
import { fieldChange } from '../../edit/front-lines.ts'
import type { TendingProps } from './More.tsx'

/** Who keeps a page: oneself, or a colleague who is asked and may say no. */
export function Keeping({ topic, onDone }: TendingProps) {
  const { keepers, iKeep } = useAct('topic-care', { topic: topic.path })
  const [person, setPerson] = useState<Person>()
  const ask = useDo('ask-to-keep')
  const answer = useDo('answer-to-keep')
  const keep = () => (iKeep ? answer({ topic: topic.id, keep: false }) : ask({ topic: topic.id })).then(() => onDone())
  async function send() {
    if (!person) return
    await ask({ topic: topic.id, person: person.id })
    announce(t.tending.keepAsked(person.name))
    onDone()
  }
  const names = list(keepers.map(({ name }) => name))
  return (
    <>
      <Form does={send}>
        <p>{keepers.length > 0 ? t.tending.keptBy(names) : t.tending.nobodyKeeps}</p>
        <p className="quiet">{t.tending.keepMore}</p>
        <div className="row">
          <Press does={keep}>{iKeep ? t.tending.keepNoMore : t.tending.keepMyself}</Press>
        </div>
        <PersonField
          name="person"
          label={t.tending.keepAsk}
          value={person?.id ?? ''}
          onChoose={setPerson}
          area={topic.area}
        />
        <Sending disabled={!person}>{t.tending.keepAskSubmit}</Sending>
      </Form>
      <ReviewDay topic={topic} onDone={onDone} />
    </>
  )
}

/** Setting the next review day, which is stored on the page. */
function ReviewDay({ topic, onDone }: TendingProps) {
  const { reviewField } = useAct('topic-care', { topic: topic.path })
  const { field, day: set } = reviewField ?? { field: 'reviewBy', day: '' }
  const [next, setNext] = useState(set)
  const acts = useActs()
  const edit = useDo('edit-page')
  async function send() {
    const { version, markdown } = await acts.read('read-page-text', { topic: topic.id })
    await edit({ topic: topic.id, version, markdown: withField(markdown, field, next) })
    announce(next ? t.tending.reviewKept(day(next)) : t.tending.reviewNone)
    onDone()
  }
  return (
    <Form className="form review-day" does={send}>
      <DayField label={t.tending.reviewBy} value={next} onValue={setNext} />
      <Sending className="" disabled={next === set}>
        {t.tending.reviewKeep}
      </Sending>
    </Form>
  )
}

function withField(markdown: string, name: string, value: string): string {
  const change = fieldChange(markdown, name, value)
  return change ? markdown.slice(0, change.from) + change.insert + markdown.slice(change.to) : markdown
}

import { useState } from 'react'
import { call } from '../../../client.ts'
import type { Person } from '../../../contract.ts'
import { day, list, t } from '../../../messages/messages.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { DayField } from '../../../parts/DayField.tsx'
import { PersonField } from '../../../parts/PersonField.tsx'
import { RefusalNote } from '../../../parts/Refusal.tsx'
import { useSpace } from '../../../parts/use-space.ts'
import { useAct, useDo, useWriting } from '../../../use-act.ts'
import { fieldChange } from '../../edit/front-lines.ts'
import type { TendingProps } from './More.tsx'

/** Who keeps a page: oneself, or a colleague who is asked and may say no. */
export function Keeping({ topic, onDone }: TendingProps) {
  const { keepers, iKeep } = useAct('topic-care', { topic: topic.path })
  const [person, setPerson] = useState<Person>()
  const ask = useDo('ask-to-keep')
  const answer = useDo('answer-to-keep')
  const keep = () =>
    (iKeep ? answer.run({ topic: topic.id, keep: false }) : ask.run({ topic: topic.id })).then(() => onDone())
  async function send() {
    if (!person) return
    await ask.run({ topic: topic.id, person: person.id })
    announce(t.tending.keepAsked(person.name))
    onDone()
  }
  const names = list(keepers.map(({ name }) => name))
  return (
    <>
      <form action={() => send().catch(() => undefined)} className="form">
        <p>{keepers.length > 0 ? t.tending.keptBy(names) : t.tending.nobodyKeeps}</p>
        <p className="quiet">{t.tending.keepMore}</p>
        <div className="row">
          <button type="button" disabled={ask.busy || answer.busy} onClick={() => keep().catch(() => undefined)}>
            {iKeep ? t.tending.keepNoMore : t.tending.keepMyself}
          </button>
        </div>
        <PersonField label={t.tending.keepAsk} value={person?.id ?? ''} onChoose={setPerson} area={topic.area} />
        <RefusalNote error={ask.error ?? answer.error} />
        <button type="submit" className="first" disabled={ask.busy || !person}>
          {t.tending.keepAskSubmit}
        </button>
      </form>
      <ReviewDay topic={topic} onDone={onDone} />
    </>
  )
}

/** The day by which the page is to be looked at again: it is written on the page itself. */
function ReviewDay({ topic, onDone }: TendingProps) {
  const space = useSpace()
  const { reviewField } = useAct('topic-care', { topic: topic.path })
  const { field, day: set } = reviewField ?? { field: 'reviewBy', day: '' }
  const [next, setNext] = useState(set)
  const edit = useWriting(async (_: object, key: string) => {
    const { version, markdown } = await call(space, 'read-page-text', { topic: topic.id })
    return call(space, 'edit-page', { topic: topic.id, version, markdown: withField(markdown, field, next) }, key)
  })
  async function send() {
    await edit.run({})
    announce(next ? t.tending.reviewKept(day(next)) : t.tending.reviewNone)
    onDone()
  }
  return (
    <form action={() => send().catch(() => undefined)} className="form review-day">
      <DayField label={t.tending.reviewBy} value={next} onValue={setNext} />
      <RefusalNote error={edit.error} />
      <button type="submit" disabled={edit.busy || next === set}>
        {t.tending.reviewKeep}
      </button>
    </form>
  )
}

function withField(markdown: string, name: string, value: string): string {
  const change = fieldChange(markdown, name, value)
  return change ? markdown.slice(0, change.from) + change.insert + markdown.slice(change.to) : markdown
}

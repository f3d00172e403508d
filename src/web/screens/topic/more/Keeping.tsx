import { useState } from 'react'
import type { Person } from '../../../contract.ts'
import { list, t } from '../../../messages/messages.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { PersonField } from '../../../parts/PersonField.tsx'
import { RefusalNote } from '../../../parts/Refusal.tsx'
import { useAct, useDo } from '../../../use-act.ts'
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
  )
}

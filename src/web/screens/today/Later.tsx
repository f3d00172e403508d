import { useEffect, useRef, useState } from 'react'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, FormRefusal, Sending } from '../../parts/Form.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'
import { nextMonday, tomorrow } from './later-days.ts'

/** Snoozing a request until a day; nobody is told. */
export function Later({ request, onLeave }: { request: string; onLeave: () => void }) {
  const [choosing, setChoosing] = useState(false)
  const [until, setUntil] = useState(tomorrow)
  const snooze = useDo('snooze')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const put = async (on: string) => {
    await snooze({ request, until: on })
    announce(t.thing.done.snoozed(day(on)))
    focusHeading()
  }
  return (
    <Form does={() => put(until)}>
      {choosing ? (
        <div className="beside field">
          <Field name="until" label={t.thing.until}>
            <input
              type="date"
              required
              // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
              autoFocus
              min={tomorrow()}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </Field>
          <Sending>{t.thing.notNow}</Sending>
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: buttons with a name in common, not fields
        <div className="row later" role="group" aria-label={t.thing.backOn}>
          <small>{t.thing.backOn}</small>
          <Press ref={first} does={() => put(tomorrow())}>
            {t.thing.tomorrow}
          </Press>
          <Press does={() => put(nextMonday())}>{t.thing.nextWeek}</Press>
          <button type="button" onClick={() => setChoosing(true)}>
            {t.thing.aDay}
          </button>
          <button type="button" className="plain" onClick={onLeave}>
            {t.cancel}
          </button>
        </div>
      )}
      {!choosing && <FormRefusal />}
    </Form>
  )
}

import { useEffect, useRef } from 'react'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import type { Stage } from './stage-of.ts'
import { useStoryAct } from './use-story-act.ts'
import { useTelling } from './use-telling.ts'

type TellingProps = { story: Story; onGo: (stage: Stage | undefined) => void }

/** ToldOnce once, without interruption. */
export function Telling({ story, onGo }: TellingProps) {
  const { words, write, compose, sendAll, error } = useTelling(story)
  const retell = useStoryAct('retell')
  const field = useRef<HTMLTextAreaElement>(null)
  const begun = story.told.length > 0
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])

  async function done() {
    if (!(await sendAll())) return
    await retell({ story: story.id })
    onGo('retelling')
  }

  return (
    <Form does={done}>
      <Heading title={t.story.telling.title} />
      <p className="quiet">{t.story.telling.promise}</p>
      {begun && <ToldOnce story={story} />}
      <Field label={begun ? t.story.telling.goOn : t.story.telling.words} hint={t.story.telling.hint}>
        <textarea
          className="telling"
          rows={9}
          ref={field}
          required={!begun}
          value={words}
          onCompositionStart={() => compose(true)}
          onCompositionEnd={() => compose(false)}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      <RefusalNote error={error} />
      <Sending>{t.story.telling.done}</Sending>
    </Form>
  )
}

/** The stored tellings, word for word. */
function ToldOnce({ story }: { story: Story }) {
  return (
    <section className="told" aria-label={t.story.telling.kept}>
      {story.told.map(({ words, at }) => (
        <p key={`${at}${words}`}>{words}</p>
      ))}
    </section>
  )
}

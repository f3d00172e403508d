import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { Field } from '../parts/Field.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'
import { useStoryAct } from './story/use-story-act.ts'

/** Telling of one time when it was hard: what it was about; or going on with what one has begun. */
export function Tell() {
  return (
    <div className="column story">
      <Heading title={t.story.begin}>{t.story.think}</Heading>
      <p className="quiet">{t.story.promise}</p>
      <Begin />
      <Begun />
      <p className="quiet method">{t.story.method}</p>
    </div>
  )
}

function Begin() {
  const { topics } = useAct('list-topics', {})
  const [about, setAbout] = useState('')
  const [area, setArea] = useState('')
  const begin = useStoryAct('begin-story')
  const space = useSpace()
  const go = useNavigate()
  const title = about.trim()
  const known = topics.find((topic) => topic.title.toLowerCase() === title.toLowerCase())

  async function send() {
    const { story } = await begin(known ? { topic: known.id } : { title, ...(area && { area }) })
    await go({ to: '/$space/tell/$story', params: { space, story: story.id } })
  }

  return (
    <Form does={send}>
      <Field name="title" label={t.story.about} hint={t.story.aboutHint}>
        <input
          required
          maxLength={120}
          list="told-topics"
          value={about}
          onChange={(event) => setAbout(event.target.value)}
        />
      </Field>
      <datalist id="told-topics">
        {topics.map((topic) => (
          <option key={topic.id} value={topic.title} />
        ))}
      </datalist>
      {!known && <AreaField value={area} onChange={setArea} />}
      <Sending>{t.story.start}</Sending>
    </Form>
  )
}

/** Stories begun and left, on this device or another. */
function Begun() {
  const { stories } = useAct('my-stories', {})
  const space = useSpace()
  if (stories.length === 0) return null
  return (
    <section>
      <h2>{t.story.begun}</h2>
      <ul className="plain-list">
        {stories.map(({ id, topic, begunAt }) => (
          <li key={id}>
            <Link to="/$space/tell/$story" params={{ space, story: id }} className="link">
              {topic.title}
            </Link>{' '}
            <small>{day(begunAt)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicField } from '../parts/TopicField.tsx'
import { useSpace } from '../parts/use-space.ts'
import { titled, topicTitled, useTopicsCalled } from '../parts/use-topics-called.ts'
import { useActs } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { useStoryAct } from './story/use-story-act.ts'

/** The Tell screen: starting a story about a topic, or continuing one. */
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
  const [about, setAbout] = useState('')
  const topics = useTopicsCalled(about)
  const acts = useActs()
  const [area, setArea] = useState('')
  const begin = useStoryAct('begin-story')
  const space = useSpace()
  const go = useNavigate()
  const title = about.trim()
  const known = titled(topics, title)

  async function send() {
    const on = known ?? (await topicTitled(acts, title))
    const { story } = await begin(on ? { topic: on.id } : { title, ...(area && { area }) })
    await go({ to: '/$space/tell/$story', params: { space, story: story.id } })
  }

  return (
    <Form does={send}>
      <TopicField
        name="title"
        label={t.story.about}
        hint={t.story.aboutHint}
        maxLength={120}
        topics={topics}
        value={about}
        onChange={setAbout}
      />
      {!known && <AreaField value={area} onChange={setArea} />}
      <Sending>{t.story.start}</Sending>
    </Form>
  )
}

/** Unfinished stories. */
function Begun() {
  const { pages, more } = usePages('my-stories', {})
  const stories = pages.flatMap((page) => page.stories)
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
      <ShowMore more={more} />
    </section>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Field } from '../parts/Field.tsx'
import { Heading } from '../parts/Heading.tsx'
import { NotHere } from '../parts/NotHere.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { StartTopicSheet } from '../parts/StartTopicSheet.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { usePages } from '../use-pages.ts'
import { CouldBeTopics } from './topics/CouldBeTopics.tsx'

type Listed = Out<'list-topics'>['topics'][number]
const SEARCH_FROM = 8
const PAGE_SIZE = 50

/** The Topics screen: all topics, starting one, suggestions, what is missing. */
export function Topics() {
  const [find, setFind] = useState('')
  // The shown list stays until the result for the present input arrives.
  const words = useDeferredValue(find.trim())
  const { pages, more } = usePages('list-topics', { most: PAGE_SIZE, ...(words && { words }) })
  const found = pages.flatMap(({ topics }) => topics)
  return (
    <div className="column">
      <Heading title={t.topics.title} />
      <Moves />
      {(find || found.length > SEARCH_FROM) && (
        <Field label={t.topics.find}>
          <input type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </Field>
      )}
      {found.length === 0 && <p className="lead">{find ? t.topics.noneFound : t.topics.empty}</p>}
      <ul className="topics">
        {found.map((topic) => (
          <OneTopic key={topic.id} topic={topic} />
        ))}
      </ul>
      <ShowMore more={more} />
      <NotHere />
      {!find && <CouldBeTopics />}
    </div>
  )
}

function OneTopic({ topic }: { topic: Listed }) {
  const notes = [
    ...(topic.area.closed ? [t.topics.closed(topic.area.name)] : []),
    ...(topic.openQuestions > 0 ? [t.topics.openQuestions] : []),
  ]
  return (
    <li>
      <h2>
        <TopicLink topic={topic} />
      </h2>
      <p>{topic.summary ?? <span className="quiet">{t.topics.noWords}</span>}</p>
      {notes.length > 0 && <small>{notes.join(' · ')}</small>}
    </li>
  )
}

function Moves() {
  const [open, setOpen] = useState<'start'>()
  const space = useSpace()
  const go = useNavigate()
  const keeps = useMay('keeper')
  const takesPart = useMay('member')
  const close = () => setOpen(undefined)
  const toTopic = (path: string) => go({ to: '/$space/t/$', params: { space, _splat: path } })
  return (
    <div className="row moves">
      {takesPart && (
        <>
          <Link to="/$space/ask" params={{ space }} search={{}} className="button">
            {t.ask.button}
          </Link>
          <button type="button" onClick={() => setOpen('start')}>
            {t.topics.start}
          </button>
        </>
      )}
      <Link to="/$space/bring" params={{ space }} className={keeps ? 'button' : 'button plain'}>
        {keeps ? t.have.bring : t.bring.sources}
      </Link>
      <Link to="/$space/check" params={{ space }} className="button plain">
        {t.check.title}
      </Link>
      <StartTopicSheet open={open === 'start'} onClose={close} onStarted={toTopic} />
    </div>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Thing, Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { StartTopicSheet } from '../../parts/StartTopicSheet.tsx'
import { TellSheet } from '../../parts/TellSheet.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: somebody missed something: tell it on its topic, start a topic, or not me. */
export function MissingThing({ thing }: { thing: Extract<Thing, { kind: 'missing' }> }) {
  const dismiss = useDo('dismiss')
  const { topic, words, since } = thing
  const notMe = async () => {
    await dismiss({ thing: thing.missing })
    announce(t.thing.done.declined)
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      {...(topic && { topic })}
      note={t.thing.missingNote(day(since))}
      quote={words}
      text={topic ? <Fill text={t.thing.missingOn} topic={<TopicLink topic={topic} />} /> : t.thing.missing}
    >
      <Presses>
        {topic ? <Say topic={topic} words={words} /> : <Begin />}
        <Press className="plain" does={notMe}>
          {t.thing.gapNotMe}
        </Press>
      </Presses>
    </Card>
  )
}

function Say({ topic, words }: { topic: Topic; words: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="first" onClick={() => setOpen(true)}>
        {t.thing.write}
      </button>
      <TellSheet topic={topic} question={words} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function Begin() {
  const [open, setOpen] = useState(false)
  const space = useSpace()
  const go = useNavigate()
  const toTopic = (_splat: string) => go({ to: '/$space/t/$', params: { space, _splat } })
  return (
    <>
      <button type="button" className="first" onClick={() => setOpen(true)}>
        {t.topics.start}
      </button>
      <StartTopicSheet open={open} onClose={() => setOpen(false)} onStarted={toTopic} />
    </>
  )
}

/** Item: an earlier search has an answer now. */
export function FoundThing({ thing }: { thing: Extract<Thing, { kind: 'found' }> }) {
  const drop = useDo('drop-missing')
  const space = useSpace()
  const gotIt = () => drop({ missing: thing.missing }).then(focusHeading)
  return (
    <Card mode="combination" note={t.thing.foundNote(day(thing.at))} quote={thing.words} text={t.thing.found}>
      <Presses>
        <Link to="/$space/ask" params={{ space }} search={{ q: thing.words }} className="button first">
          {t.thing.read}
        </Link>
        <Press className="plain" does={gotIt}>
          {t.thing.gotIt}
        </Press>
      </Presses>
    </Card>
  )
}

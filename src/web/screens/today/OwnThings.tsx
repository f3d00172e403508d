import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { DidItSheet } from '../../parts/DidItSheet.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { groupIn, voiceName } from '../../parts/voice.ts'
import { useDo } from '../../use-act.ts'
import { Gap } from '../practise/Gap.tsx'
import { Card } from './Card.tsx'

/** Item: lines of the user's wait to be checked. */
export function CheckThing({ thing }: { thing: Extract<Thing, { kind: 'check' }> }) {
  const space = useSpace()
  const count = t.thing.lines(thing.count)
  const group = groupIn(thing.voice)
  return (
    <Card
      mode="externalisation"
      topic={thing.topic}
      note={group ? t.thing.checkGroupNote(group) : t.thing.checkNote}
      quote={thing.first}
      text={
        <Fill
          text={group ? t.thing.checkGroup : t.thing.check}
          count={count}
          topic={<TopicLink topic={thing.topic} />}
        />
      }
    >
      <Link to="/$space/confirm/$source" params={{ space, source: thing.source }} className="button first">
        {t.thing.checkButton}
      </Link>
    </Card>
  )
}

/** Item: a question of the user's was answered. */
export function AnsweredThing({ thing }: { thing: Extract<Thing, { kind: 'answered' }> }) {
  const dismiss = useDo('dismiss')
  const space = useSpace()
  const gotIt = () => dismiss({ thing: thing.source }).then(focusHeading)
  return (
    <Card
      mode="externalisation"
      topic={thing.question.topic}
      note={t.thing.answeredNote(voiceName(thing.by), day(thing.at))}
      quote={thing.question.words}
      text={
        <Fill
          text={thing.mine ? t.thing.answered : t.thing.answeredToo}
          topic={<TopicLink topic={thing.question.topic} />}
        />
      }
    >
      <Presses>
        <Link to="/$space/source/$source" params={{ space, source: thing.source }} className="button first">
          {t.thing.read}
        </Link>
        <Press className="plain" does={gotIt}>
          {t.thing.gotIt}
        </Press>
      </Presses>
    </Card>
  )
}

/** Item: an exercise is due. */
export function RecallThing({ thing }: { thing: Extract<Thing, { kind: 'recall' }> }) {
  const space = useSpace()
  return (
    <Card
      mode="internalisation"
      topic={thing.topic}
      note={t.thing.recallNote}
      text={
        <>
          <Fill text={t.thing.recall} topic={<TopicLink topic={thing.topic} />} /> <Gap prompt={thing.prompt} />
        </>
      }
    >
      <Link to="/$space/practise/$" params={{ space, _splat: thing.topic.path }} className="button first">
        {t.thing.practise}
      </Link>
    </Card>
  )
}

/** Item: a remembered line could be tried out, perhaps with somebody. */
export function TryThing({ thing }: { thing: Extract<Thing, { kind: 'try' }> }) {
  const [open, setOpen] = useState(false)
  const dismiss = useDo('dismiss')
  const notForMe = async () => {
    await dismiss({ thing: thing.topic.id })
    announce(t.thing.done.notForMe)
    focusHeading()
  }
  const text = thing.with ? t.thing.tryWith : t.thing.tryAlone
  return (
    <Card
      mode="internalisation"
      topic={thing.topic}
      note={t.thing.tryNote}
      quote={thing.line?.statement ?? null}
      text={<Fill text={text} topic={<TopicLink topic={thing.topic} />} name={thing.with?.name} />}
    >
      <Presses>
        <button type="button" onClick={() => setOpen(true)}>
          {t.thing.didIt}
        </button>
        <Press className="plain" does={notForMe}>
          {t.thing.notForMe}
        </Press>
      </Presses>
      <DidItSheet open={open} onClose={() => setOpen(false)} topic={thing.topic} line={thing.line} with={thing.with} />
    </Card>
  )
}

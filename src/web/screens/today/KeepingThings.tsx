import { Link } from '@tanstack/react-router'
import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: the user is asked to keep a page; nobody is told of a no. */
export function KeepThing({ thing: { topic, by } }: { thing: Extract<Thing, { kind: 'keep' }> }) {
  const answer = useDo('answer-to-keep')
  const say = async (keep: boolean) => {
    await answer({ topic: topic.id, keep })
    announce(keep ? t.thing.tending.kept : t.thing.done.declined)
    focusHeading()
  }
  return (
    <Card
      mode="combination"
      topic={topic}
      note={t.thing.tending.keepNote(by.name)}
      text={<Fill text={t.thing.tending.keep} topic={<TopicLink topic={topic} />} />}
    >
      <Presses>
        <Press className="first" does={() => say(true)}>
          {t.thing.tending.yes}
        </Press>
        <Press className="plain" does={() => say(false)}>
          {t.thing.tending.no}
        </Press>
      </Presses>
    </Card>
  )
}

/** Item: a page that the user keeps is past its review date. */
export function ReviewThing({ thing: { topic, due } }: { thing: Extract<Thing, { kind: 'review' }> }) {
  const aside = useDo('dismiss')
  const space = useSpace()
  const notNow = () => aside({ thing: `${topic.id} ${due}` }).then(focusHeading)
  return (
    <Card
      mode="combination"
      topic={topic}
      note={t.thing.tending.reviewNote}
      text={<Fill text={t.thing.tending.review} topic={<TopicLink topic={topic} />} on={day(due)} />}
    >
      <Presses>
        <Link to="/$space/t/$" params={{ space, _splat: topic.path }} className="button first">
          {t.thing.tending.read}
        </Link>
        <Press className="plain" does={notNow}>
          {t.thing.notNow}
        </Press>
      </Presses>
    </Card>
  )
}

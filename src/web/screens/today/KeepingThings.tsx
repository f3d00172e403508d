import { Link } from '@tanstack/react-router'
import type { Thing } from '../../contract.ts'
import { day, t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Somebody asks me to keep a page: yes, or no, and nobody is told of a no. */
export function KeepThing({ thing: { topic, by } }: { thing: Extract<Thing, { kind: 'keep' }> }) {
  const answer = useDo('answer-to-keep')
  const say = async (keep: boolean) => {
    await answer({ topic: topic.id, keep })
    announce(keep ? t.tending.today.kept : t.today.done.declined)
    focusHeading()
  }
  return (
    <Card
      mode="combination"
      topic={topic}
      note={t.tending.today.keepNote(by.name)}
      text={<Fill text={t.tending.today.keep} topic={<TopicLink topic={topic} />} />}
    >
      <Presses>
        <Press className="first" does={() => say(true)}>
          {t.tending.today.yes}
        </Press>
        <Press className="plain" does={() => say(false)}>
          {t.tending.today.no}
        </Press>
      </Presses>
    </Card>
  )
}

/** A page that I keep is past its date: read it, or not now. */
export function ReviewThing({ thing: { topic, due } }: { thing: Extract<Thing, { kind: 'review' }> }) {
  const aside = useDo('dismiss')
  const space = useSpace()
  const notNow = () => aside({ thing: `${topic.id} ${due}` }).then(focusHeading)
  return (
    <Card
      mode="combination"
      topic={topic}
      note={t.tending.today.reviewNote}
      text={<Fill text={t.tending.today.review} topic={<TopicLink topic={topic} />} on={day(due)} />}
    >
      <Presses>
        <Link to="/$space/t/$" params={{ space, _splat: topic.path }} className="button first">
          {t.tending.today.read}
        </Link>
        <Press className="plain" does={notNow}>
          {t.today.notNow}
        </Press>
      </Presses>
    </Card>
  )
}

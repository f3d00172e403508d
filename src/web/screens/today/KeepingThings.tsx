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
    announce(keep ? t.today.tending.kept : t.today.done.declined)
    focusHeading()
  }
  return (
    <Card
      mode="combination"
      topic={topic}
      note={t.today.tending.keepNote(by.name)}
      text={<Fill text={t.today.tending.keep} topic={<TopicLink topic={topic} />} />}
    >
      <Presses>
        <Press className="first" does={() => say(true)}>
          {t.today.tending.yes}
        </Press>
        <Press className="plain" does={() => say(false)}>
          {t.today.tending.no}
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
      note={t.today.tending.reviewNote}
      text={<Fill text={t.today.tending.review} topic={<TopicLink topic={topic} />} on={day(due)} />}
    >
      <Presses>
        <Link to="/$space/t/$" params={{ space, _splat: topic.path }} className="button first">
          {t.today.tending.read}
        </Link>
        <Press className="plain" does={notNow}>
          {t.today.notNow}
        </Press>
      </Presses>
    </Card>
  )
}

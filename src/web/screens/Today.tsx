import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Thing } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { greeting, t } from '../messages/messages.ts'
import { Fill } from '../parts/Fill.tsx'
import { Heading } from '../parts/Heading.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct, useHouse, useReadAt } from '../use-act.ts'

/** The items and their strings are loaded while the list is requested. */
const OneThing = lazily(async () => (await import('./today/OneThing.tsx')).OneThing)

/** Shown when nothing waits. */
const NothingToday = lazily(async () => (await import('./today/NothingToday.tsx')).NothingToday)

/** The Today screen: at most three things, each done in place. */
export function Today() {
  void OneThing.preload()
  useEffect(() => void NothingToday.preload(), [])
  const { things, thanks, dueNext } = useAct('today', {})
  useReadAt('today', dueNext)
  const { me } = useHouse('list-spaces', {})
  const hello = t.greet(greeting(new Date().getHours()), me.name.split(' ')[0] ?? me.name)
  return (
    <div className={things.length > 0 ? 'column today' : 'today'}>
      <Heading title={t.today.title}>{hello}</Heading>
      {things.length > 0 ? (
        <ol className="things">
          {things.map((thing) => (
            <li key={keyOf(thing)}>
              <OneThing thing={thing} />
            </li>
          ))}
        </ol>
      ) : (
        <NothingToday />
      )}
      {things.length > 0 && <AskSomething />}
      {thanks && (
        <p className="thanks">
          <Fill text={t.today.thanks} topic={<TopicLink topic={thanks.topic} />} name={thanks.person.name} />
        </p>
      )}
    </div>
  )
}

/** A link to Ask, always shown. */
function AskSomething() {
  const space = useSpace()
  return (
    <p className="asks">
      <Link to="/$space/ask" params={{ space }} search={{}} className="link quiet">
        {t.ask.something}
      </Link>
    </p>
  )
}

function keyOf(thing: Thing): string {
  if (thing.kind === 'proposed') return thing.proposal.id
  const topic = 'topic' in thing ? thing.topic : 'question' in thing ? thing.question.topic : undefined
  const plain = Object.values(thing).filter((part) => typeof part === 'string' || typeof part === 'number')
  return [topic?.id, ...plain].join(' ')
}

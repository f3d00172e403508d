import { Link, useNavigate } from '@tanstack/react-router'
import { signIn } from '../client.ts'
import type { Out } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press } from '../parts/Press.tsx'
import { reason } from '../parts/reason.ts'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { forgetDrafts } from '../parts/use-draft.ts'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { forgetAll, useAct, useDo, useHouse } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { Agents } from './me/Agents.tsx'
import { InferredOfMe } from './me/InferredOfMe.tsx'
import { SeenDoing } from './me/SeenDoing.tsx'

type Entry = Out<'my-record'>['record'][number]

/** The Me screen: one's own evidence and its visibility, links, signing out. */
export function Me() {
  const { me } = useHouse('list-spaces', {})
  const { pages, more } = usePages('my-record', { most: 50 })
  const record = pages.flatMap((page) => page.record)
  return (
    <div className="column me">
      <Heading title={t.me.title}>{me.name}</Heading>
      <p className="quiet">{me.email}</p>
      <section>
        <h2>{t.me.record}</h2>
        <p className="quiet">{record.length > 0 ? t.me.recordMore : t.me.nothing}</p>
        <ul className="record">
          {record.map((entry) => (
            <OneEntry key={entry.evidence} entry={entry} />
          ))}
        </ul>
        <ShowMore more={more} />
      </section>
      <SeenDoing />
      <InferredOfMe />
      <ReadOfMe />
      <Agents />
      <Elsewhere />
    </div>
  )
}

/** Which inferences are on in this space; nothing if none is. */
function ReadOfMe() {
  const on = useAct('list-inference', {}).inference.filter((one) => one.on)
  if (on.length === 0) return null
  return (
    <section>
      <h2>{t.readHere.title}</h2>
      {on.map((one) => (
        <p className="quiet" key={one.from}>
          {t.readHere[one.from].what} {one.on && t.readHere.on(one.on.by.name, day(one.on.at))}
        </p>
      ))}
      <p className="quiet">{t.readHere.yours}</p>
    </section>
  )
}

function OneEntry({ entry }: { entry: Entry }) {
  const stand = useDo('let-stand')
  const back = useDo('take-back')
  const { evidence, stands } = entry
  const turn = async () => {
    await (stands ? back : stand)({ evidence })
    announce(stands ? t.me.takenBack : t.me.stood)
  }
  return (
    <li>
      <div>
        <p>
          <TopicLink topic={entry.topic} />: {reason(entry, day)}
        </p>
        <small>{stands ? t.me.stands : t.me.kept}</small>
        {entry.stoodForTopic && (
          <small>{entry.about.kind === 'topic' ? t.me.stoodForTopic : t.me.stoodForItsTopic}</small>
        )}
      </div>
      <Press className="small" does={turn}>
        {stands ? t.me.takeBack : t.me.letStand}
      </Press>
    </li>
  )
}

function Elsewhere() {
  const space = useSpace()
  const owns = useMay('owner')
  return (
    <section>
      <h2>{t.me.places}</h2>
      <ul className="plain-list">
        <li>
          <Link to="/$space/people" params={{ space }} className="link">
            {t.me.people}
          </Link>
        </li>
        {owns && (
          <li>
            <Link to="/$space/house" params={{ space }} className="link">
              {t.me.house}
            </Link>
          </li>
        )}
        <li>
          <Link to="/" search={{ all: true }} className="link">
            {t.me.others}
          </Link>
        </li>
        <li>
          <Link to="/about" className="link">
            {t.me.about}
          </Link>
        </li>
      </ul>
      <SignOut />
    </section>
  )
}

function SignOut() {
  const go = useNavigate()
  const leave = async () => {
    await signIn.out()
    forgetDrafts()
    await go({ to: '/sign-in' })
    forgetAll()
  }
  return <Press does={leave}>{t.me.signOut}</Press>
}

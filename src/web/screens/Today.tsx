import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Thing } from '../contract.ts'
import { greeting, t } from '../messages/messages.ts'
import { AskSheet } from '../parts/AskSheet.tsx'
import { Fill } from '../parts/Fill.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press } from '../parts/Press.tsx'
import { ProposalCard } from '../parts/Proposal.tsx'
import { StartTopicSheet } from '../parts/StartTopicSheet.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { WhatDoYouHave } from '../parts/WhatDoYouHave.tsx'
import { Spiral } from '../spiral/Spiral.tsx'
import { useAct, useDo, useHouse } from '../use-act.ts'
import { AskedThing } from './today/AskedThing.tsx'
import { DifferThing } from './today/DifferThing.tsx'
import { GapThing } from './today/GapThing.tsx'
import { InferredThing } from './today/InferredThing.tsx'
import { KeepThing, ReviewThing } from './today/KeepingThings.tsx'
import { ShownThing, WitnessThing } from './today/MeetingThings.tsx'
import { FoundThing, MissingThing } from './today/MissingThings.tsx'
import { ModelHereThing } from './today/ModelHereThing.tsx'
import { AnsweredThing, CheckThing, RecallThing, TryThing } from './today/OwnThings.tsx'
import { ReadHereThing } from './today/ReadHereThing.tsx'
import { ReleaseThing } from './today/ReleaseThing.tsx'
import { threadsOf } from './whole/threads-of.ts'

const aWhile = 30_000

/** Today: at most three things, each done in place; nothing to do is a fine answer. */
export function Today() {
  const { things, thanks } = useAct('today', {}, { every: () => aWhile })
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

/** Whatever waits, a question of one's own is one step away. */
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

function OneThing({ thing }: { thing: Thing }) {
  switch (thing.kind) {
    case 'read-here':
      return <ReadHereThing thing={thing} />
    case 'model-here':
      return <ModelHereThing thing={thing} />
    case 'asked':
      return <AskedThing thing={thing} />
    case 'inferred':
      return <InferredThing thing={thing} />
    case 'release':
      return <ReleaseThing thing={thing} />
    case 'differ':
      return <DifferThing thing={thing} />
    case 'keep':
      return <KeepThing thing={thing} />
    case 'review':
      return <ReviewThing thing={thing} />
    case 'gap':
      return <GapThing thing={thing} />
    case 'missing':
      return <MissingThing thing={thing} />
    case 'found':
      return <FoundThing thing={thing} />
    case 'shown':
      return <ShownThing thing={thing} />
    case 'check':
      return <CheckThing thing={thing} />
    case 'witness':
      return <WitnessThing thing={thing} />
    case 'proposed':
      return <ProposalCard proposal={thing.proposal} />
    case 'answered':
      return <AnsweredThing thing={thing} />
    case 'recall':
      return <RecallThing thing={thing} />
    case 'try':
      return <TryThing thing={thing} />
  }
}

function keyOf(thing: Thing): string {
  if (thing.kind === 'proposed') return thing.proposal.id
  const topic = 'topic' in thing ? thing.topic : 'question' in thing ? thing.question.topic : undefined
  const plain = Object.values(thing).filter((part) => typeof part === 'string' || typeof part === 'number')
  return [topic?.id, ...plain].join(' ')
}

function NothingToday() {
  const fresh = useAct('list-topics', {}).topics.length === 0
  return fresh ? <Beginning /> : <NothingWaits />
}

/** The first screen of an empty space. */
function Beginning() {
  const space = useSpace()
  const go = useNavigate()
  const keeps = useMay('keeper')
  const isExample = useHouse('list-spaces', {}).spaces.some((one) => one.slug === space && one.example)
  const example = useDo('show-example', 'house')
  const showExample = async () => go({ to: '/$space', params: { space: (await example({})).slug } })
  return (
    <div className="beginning">
      <div>
        <h2>{t.have.title}</h2>
        <p className="quiet">{t.have.lead}</p>
        <WhatDoYouHave />
        <FirstMoves fresh>
          {keeps && (
            <Link to="/$space/bring" params={{ space }} className="button plain">
              {t.have.bring}
            </Link>
          )}
          {!isExample && (
            <Press className="plain" does={showExample}>
              {t.home.example}
            </Press>
          )}
        </FirstMoves>
      </div>
      <Spiral large threads={[]} label={t.spiral.empty(t.app)} />
    </div>
  )
}

function NothingWaits() {
  const space = useSpace()
  const threads = threadsOf(useAct('the-whole', {}))
  return (
    <div className="nothing">
      <div>
        <p className="lead">{t.today.nothing}</p>
        <p className="quiet">{t.today.nothingMore}</p>
        <FirstMoves>
          <Link to="/$space/have" params={{ space }} className="button plain">
            {t.have.title}
          </Link>
        </FirstMoves>
      </div>
      <Spiral large threads={threads} label={threads.length ? t.spiral.whole : t.spiral.empty(t.app)} />
    </div>
  )
}

function FirstMoves({ fresh = false, children }: { fresh?: boolean; children?: ReactNode }) {
  const [open, setOpen] = useState<'ask' | 'start'>()
  const space = useSpace()
  const go = useNavigate()
  const takesPart = useMay('member')
  const close = () => setOpen(undefined)
  const toTopic = (path: string) => go({ to: '/$space/t/$', params: { space, _splat: path } })
  return (
    <div className="row">
      {fresh ? (
        takesPart && (
          <button type="button" onClick={() => setOpen('ask')}>
            {t.ask.something}
          </button>
        )
      ) : (
        <Link to="/$space/ask" params={{ space }} search={{}} className="button">
          {t.ask.something}
        </Link>
      )}
      {fresh && takesPart && (
        <button type="button" onClick={() => setOpen('start')}>
          {t.topics.start}
        </button>
      )}
      {children}
      <AskSheet open={open === 'ask'} onClose={close} onAsked={toTopic} />
      <StartTopicSheet open={open === 'start'} onClose={close} onStarted={toTopic} />
    </div>
  )
}

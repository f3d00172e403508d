import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { type How, HowItWas, saidOf } from '../../parts/HowItWas.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: an agreed showing, which each confirms or calls off. */
export function ShownThing({ thing }: { thing: Extract<Thing, { kind: 'shown' }> }) {
  const say = useDo('say-shown')
  const off = useDo('call-off')
  const { showing, other, iShow } = thing
  const happened = async () => {
    const { both } = await say({ showing })
    done(both ? t.thing.done.shown : t.thing.done.half(other.name))
  }
  const callOff = async () => {
    await off({ showing })
    done(t.thing.done.off)
  }
  const text = iShow ? t.thing.iShow : t.thing.iAmShown
  return (
    <Card
      mode="socialisation"
      topic={thing.topic}
      note={t.thing.shownNote}
      quote={thing.question}
      text={
        <>
          <Fill text={text} name={other.name} topic={<TopicLink topic={thing.topic} />} /> {t.thing.whenBoth}
        </>
      }
    >
      <Presses>
        <Press className="first" does={happened}>
          {iShow ? t.thing.iShowed(other.name) : t.thing.wasShown(other.name)}
        </Press>
        <Press className="plain" does={callOff}>
          {t.thing.callOff}
        </Press>
      </Presses>
    </Card>
  )
}

/** Item: the user is named as witness of a doing and confirms or denies it. */
export function WitnessThing({ thing }: { thing: Extract<Thing, { kind: 'witness' }> }) {
  const witness = useDo('witness')
  const [how, setHow] = useState<How>({ help: thing.help ?? '', unusual: '' })
  const answer = async (saw: boolean) => {
    await witness({ doing: thing.doing, saw, ...(saw && saidOf(how)) })
    done(saw ? t.thing.done.saw : t.thing.done.notSeen)
  }
  const on = day(thing.on)
  const watched = thing.help === 'watched'
  return (
    <Card
      mode="internalisation"
      topic={thing.topic}
      note={t.thing.witnessNote(on)}
      quote={thing.line}
      text={
        <Fill
          text={watched ? t.thing.witnessWatched : t.thing.witness}
          name={thing.who.name}
          on={on}
          topic={<TopicLink topic={thing.topic} />}
        />
      }
    >
      <InTheirWords thing={thing} />
      <details className="making">
        <summary>{[t.didIt.help, thing.help && t.didIt.helps[thing.help]].filter(Boolean).join(': ')}</summary>
        <div className="form">
          <HowItWas how={how} onSay={setHow} />
        </div>
      </details>
      <Presses>
        <Press className="first" does={() => answer(true)}>
          {watched ? t.thing.iWasThere : t.thing.iSaw}
        </Press>
        <Press does={() => answer(false)}>{t.thing.notMe}</Press>
      </Presses>
    </Card>
  )
}

/** The doer's note, and what was unusual. */
function InTheirWords({ thing: { words, unusual } }: { thing: Extract<Thing, { kind: 'witness' }> }) {
  return (
    <>
      {words && <blockquote className="question-words">{words}</blockquote>}
      {unusual && (
        <blockquote className="question-words">
          {t.didIt.unusual}: {unusual}
        </blockquote>
      )}
    </>
  )
}

function done(what: string) {
  announce(what)
  focusHeading()
}

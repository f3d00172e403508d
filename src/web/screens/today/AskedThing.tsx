import { useState } from 'react'
import type { Person, Thing } from '../../contract.ts'
import { day, month } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Answering } from '../../parts/Answering.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'
import { Later } from './Later.tsx'

type Asked = Extract<Thing, { kind: 'asked' }>

/** Item: a question to the user: answer, offer a showing, pass on, snooze or decline. */
export function AskedThing({ thing }: { thing: Asked }) {
  const [doing, setDoing] = useState<'nothing' | 'writing' | 'passing' | 'later'>('nothing')
  const { question, from, because } = thing
  const why = because ? t.thing.because[because.help === 'watched' ? 'watched' : because.kind](month(because.at)) : ''
  return (
    <Card
      mode="socialisation"
      topic={question.topic}
      note={t.thing.waiting(from.name, day(thing.askedAt))}
      quote={question.words}
      text={
        <Fill
          text={t.thing.stuck}
          name={from.name}
          topic={<TopicLink topic={question.topic} />}
          why={why}
          offer={t.thing.offer(from.name)}
        />
      }
    >
      {doing === 'nothing' && <Ways thing={thing} onDo={setDoing} />}
      {doing === 'writing' && (
        <Answering
          question={question.id}
          area={question.topic.area}
          request={thing.request}
          onLeave={() => setDoing('nothing')}
        />
      )}
      {doing === 'later' && <Later request={thing.request} onLeave={() => setDoing('nothing')} />}
      {doing === 'passing' && <PassingOn thing={thing} onLeave={() => setDoing('nothing')} />}
    </Card>
  )
}

type WaysProps = { thing: Asked; onDo: (doing: 'writing' | 'passing' | 'later') => void }

function Ways({ thing, onDo }: WaysProps) {
  const offer = useDo('offer-showing')
  const decline = useDo('decline')
  const done = (what: string) => {
    announce(what)
    focusHeading()
  }
  const { request, from, question } = thing
  const show = () => offer({ question: question.id }).then(() => done(t.thing.done.offered(from.name)))
  const no = () => decline({ request }).then(() => done(t.thing.done.declined))
  return (
    <Presses>
      <button type="button" className="first" onClick={() => onDo('writing')}>
        {t.thing.write}
      </button>
      <Press does={show}>{t.thing.show(from.name)}</Press>
      <button type="button" onClick={() => onDo('passing')}>
        {t.thing.passOn}
      </button>
      <Press className="plain" does={no}>
        {t.thing.no}
      </Press>
      <button type="button" className="plain" onClick={() => onDo('later')}>
        {t.thing.notNow}
      </button>
    </Presses>
  )
}

function PassingOn({ thing, onLeave }: { thing: Asked; onLeave: () => void }) {
  const [to, setTo] = useState<Person>()
  const pass = useDo('pass-on')
  const send = async () => {
    if (!to) return
    await pass({ request: thing.request, to: to.id })
    announce(t.thing.done.passed(to.name))
    focusHeading()
  }
  return (
    <Form does={send}>
      <PersonField
        name="to"
        label={t.thing.passTo}
        value={to?.id ?? ''}
        onChoose={setTo}
        without={[thing.from.id]}
        area={thing.question.topic.area}
      />
      <Sending onLeave={onLeave}>{t.thing.passOn}</Sending>
    </Form>
  )
}

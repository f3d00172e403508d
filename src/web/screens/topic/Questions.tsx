import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Person, Question, Topic } from '../../contract.ts'
import { day, shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Answering } from '../../parts/Answering.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Press } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { voiceName } from '../../parts/voice.ts'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

/** The questions of a topic: open ones, to be answered or asked on; then answered ones. */
export function Questions({ topic }: { topic: Topic }) {
  const { pages, more } = usePages('list-questions', { topic: topic.path, most: 50 })
  const questions = pages.flatMap((page) => page.questions)
  const open = questions.filter((question) => !question.settled)
  const answered = questions.filter((question) => question.settled)
  return (
    <>
      <section>
        <h2>{t.topic.openQuestions}</h2>
        {open.length === 0 && <p className="quiet">{t.topic.noQuestions}</p>}
        <ul className="questions">
          {open.map((question) => (
            <OpenQuestion key={question.id} question={question} />
          ))}
        </ul>
      </section>
      {answered.length > 0 && (
        <section>
          <h2>{t.topic.answeredQuestions}</h2>
          <ul className="questions">
            {answered.map((question) => (
              <Answered key={question.id} question={question} />
            ))}
          </ul>
        </section>
      )}
      <ShowMore more={more} label={t.list.olderQuestions} />
    </>
  )
}

function OpenQuestion({ question }: { question: Question }) {
  const { answer, words } = useSearch({ strict: false }) as { answer?: string; words?: string }
  const sent = answer === question.id
  const [doing, setDoing] = useState<'nothing' | 'answering' | 'asking'>(sent ? 'answering' : 'nothing')
  const takesPart = useMay('member')
  const stop = () => setDoing('nothing')
  return (
    <li>
      <p>{question.words}</p>
      <small>{askedWhen(question, day(question.askedAt))}</small>
      {doing === 'answering' && (
        <Answering
          question={question.id}
          area={question.topic.area}
          onLeave={stop}
          {...(sent && words ? { words } : {})}
          {...(question.request ? { request: question.request.id } : {})}
        />
      )}
      {doing === 'asking' && <AskingOneMore question={question} onLeave={stop} />}
      {takesPart && doing === 'nothing' && (
        <div className="row">
          <button type="button" className="small" onClick={() => setDoing('answering')}>
            {t.topic.answer}
          </button>
          {question.mine && question.askedBy && (
            <button type="button" className="small plain" onClick={() => setDoing('asking')}>
              {t.ask.also}
            </button>
          )}
          <ShowInstead question={question} />
        </div>
      )}
    </li>
  )
}

function askedWhen({ mine, askedBy }: Question, on: string): string {
  if (mine) return t.topic.youAsked(on)
  return askedBy ? t.topic.askedBy(askedBy.name, on) : t.topic.askedByNew(on)
}

function AskingOneMore({ question, onLeave }: { question: Question; onLeave: () => void }) {
  const [of, setOf] = useState<Person>()
  const ask = useDo('ask-also')
  const send = async () => {
    if (!of) return
    await ask({ question: question.id, of: of.id })
    announce(t.ask.alsoDone(of.name))
    onLeave()
  }
  return (
    <Form does={send}>
      <PersonField name="of" label={t.ask.whom} value={of?.id ?? ''} onChoose={setOf} area={question.topic.area} />
      <Sending className="small first" onLeave={onLeave}>
        {t.ask.also}
      </Sending>
    </Form>
  )
}

function Answered({ question }: { question: Question }) {
  const space = useSpace()
  return (
    <li>
      <p>{question.words}</p>
      {question.answers.map((answer) => (
        <small key={answer.source}>
          <Link to="/$space/source/$source" params={{ space, source: answer.source }} className="link">
            {t.topic.answeredBy(voiceName(answer.by), shortDay(answer.at))}
          </Link>
        </small>
      ))}
      <div className="row">
        <ShowInstead question={question} />
      </div>
    </li>
  )
}

/** A button to offer a showing to the asker. */
function ShowInstead({ question }: { question: Question }) {
  const offer = useDo('offer-showing')
  const takesPart = useMay('member')
  const { id, askedBy } = question
  // An anonymous question can be answered in writing only.
  if (!takesPart || question.mine || question.iShow || !askedBy) return null
  const show = () => offer({ question: id }).then(() => announce(t.thing.done.offered(askedBy.name)))
  return (
    <Press className="small plain" does={show}>
      {t.thing.show(askedBy.name)}
    </Press>
  )
}

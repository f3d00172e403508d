import { useEffect, useRef, useState } from 'react'
import type { Exercise, Out } from '../../contract.ts'
import { day, isToday } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'

type GradingProps = { exercise: Exercise; reply: string; onDone: () => void }

/** Grading one's own recall, and two ways to report a fault of the line. */
export function Grading({ exercise, reply, onDone }: GradingProps) {
  const [outcome, setOutcome] = useState<Out<'recall'>>()
  const [changed, setChanged] = useState(false)
  const recall = useDo('recall')
  const rest = useDo('rest-exercise')
  const grade = (how: 'had-it' | 'nearly' | 'missed') => async () => {
    const said = reply.trim() ? { reply: reply.trim() } : {}
    const after = await recall({ exercise: exercise.id, grade: how, ...said })
    if (after.remembers && !after.remembers.stands) return setOutcome(after)
    finish(comesBack(after.dueAt), onDone)
  }
  const bad = async () => {
    await rest({ exercise: exercise.id, why: 'bad-question' })
    finish(t.practise.rested, onDone)
  }
  if (outcome) return <LettingStand outcome={outcome} onDone={onDone} />
  if (changed) return <Differently exercise={exercise} onDone={onDone} onLeave={() => setChanged(false)} />
  return (
    <Presses className="form">
      <div className="row">
        <Press does={grade('had-it')}>{t.practise.hadIt}</Press>
        <Press does={grade('nearly')}>{t.practise.nearly}</Press>
        <Press does={grade('missed')}>{t.practise.missed}</Press>
      </div>
      <div className="row">
        <button type="button" className="plain" onClick={() => setChanged(true)}>
          {t.practise.differently}
        </button>
        <Press className="plain" does={bad}>
          {t.practise.badQuestion}
        </Press>
      </div>
    </Presses>
  )
}

function LettingStand({ outcome, onDone }: { outcome: Out<'recall'>; onDone: () => void }) {
  const stand = useDo('let-stand')
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const evidence = outcome.remembers?.evidence ?? ''
  const after = comesBack(outcome.dueAt)
  const letStand = () => stand({ evidence }).then(() => finish(`${t.me.stood} ${after}`, onDone))
  return (
    <div className="form">
      <p className="say" tabIndex={-1} ref={question}>
        {t.practise.letSee}
      </p>
      <Presses>
        <Press does={letStand}>{t.practise.stand}</Press>
        <button type="button" onClick={() => finish(after, onDone)}>
          {t.practise.keepToMe}
        </button>
      </Presses>
    </div>
  )
}

type DifferentlyProps = { exercise: Exercise; onDone: () => void; onLeave: () => void }

function Differently({ exercise, onDone, onLeave }: DifferentlyProps) {
  const [words, setWords] = useState('')
  const rest = useDo('rest-exercise')
  const send = async () => {
    await rest({ exercise: exercise.id, why: 'done-differently', words: words.trim() })
    finish(t.practise.opened, onDone)
  }
  return (
    <Form does={send}>
      <Field name="words" label={t.practise.differentlyWords} hint={t.practise.differentlyHint}>
        <textarea required rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Sending onLeave={onLeave}>{t.keep}</Sending>
    </Form>
  )
}

const comesBack = (at: string) => (isToday(at) ? t.practise.comesBackToday : t.practise.comesBack(day(at)))

function finish(what: string, onDone: () => void) {
  announce(what)
  onDone()
}

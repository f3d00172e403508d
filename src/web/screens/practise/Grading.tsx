import { useEffect, useRef, useState } from 'react'
import type { Exercise, Out } from '../../contract.ts'
import { day, t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useDo } from '../../use-act.ts'

type GradingProps = { exercise: Exercise; reply: string; onDone: () => void }

/** How it went, in one's own judgement; and the two ways to say that the line itself is at fault. */
export function Grading({ exercise, reply, onDone }: GradingProps) {
  const [outcome, setOutcome] = useState<Out<'recall'>>()
  const [changed, setChanged] = useState(false)
  const recall = useDo('recall')
  const rest = useDo('rest-exercise')
  const grade = (how: 'had-it' | 'nearly' | 'missed') => async () => {
    const said = reply.trim() ? { reply: reply.trim() } : {}
    const after = await recall.run({ exercise: exercise.id, grade: how, ...said }).catch(() => undefined)
    if (after?.remembers && !after.remembers.stands) return setOutcome(after)
    if (after) finish(t.practise.comesBack(day(after.dueAt)), onDone)
  }
  const bad = async () => {
    const out = await rest.run({ exercise: exercise.id, why: 'bad-question' }).catch(() => undefined)
    if (out) finish(t.practise.rested, onDone)
  }
  if (outcome) return <LettingStand outcome={outcome} onDone={onDone} />
  if (changed) return <Differently exercise={exercise} onDone={onDone} onLeave={() => setChanged(false)} />
  return (
    <>
      <div className="row">
        <button type="button" disabled={recall.busy} onClick={grade('had-it')}>
          {t.practise.hadIt}
        </button>
        <button type="button" disabled={recall.busy} onClick={grade('nearly')}>
          {t.practise.nearly}
        </button>
        <button type="button" disabled={recall.busy} onClick={grade('missed')}>
          {t.practise.missed}
        </button>
      </div>
      <div className="row">
        <button type="button" className="plain" onClick={() => setChanged(true)}>
          {t.practise.differently}
        </button>
        <button type="button" className="plain" disabled={rest.busy} onClick={bad}>
          {t.practise.badQuestion}
        </button>
      </div>
      <RefusalNote error={recall.error ?? rest.error} />
    </>
  )
}

function LettingStand({ outcome, onDone }: { outcome: Out<'recall'>; onDone: () => void }) {
  const stand = useDo('let-stand')
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const evidence = outcome.remembers?.evidence ?? ''
  const after = t.practise.comesBack(day(outcome.dueAt))
  const letStand = () =>
    stand.run({ evidence }).then(
      () => finish(`${t.me.stood} ${after}`, onDone),
      () => undefined,
    )
  return (
    <div className="form">
      <p className="say" tabIndex={-1} ref={question}>
        {t.practise.letSee}
      </p>
      <div className="row">
        <button type="button" disabled={stand.busy} onClick={letStand}>
          {t.practise.stand}
        </button>
        <button type="button" onClick={() => finish(after, onDone)}>
          {t.practise.keepToMe}
        </button>
      </div>
      <RefusalNote error={stand.error} />
    </div>
  )
}

type DifferentlyProps = { exercise: Exercise; onDone: () => void; onLeave: () => void }

function Differently({ exercise, onDone, onLeave }: DifferentlyProps) {
  const [words, setWords] = useState('')
  const rest = useDo('rest-exercise')
  const send = async () => {
    await rest.run({ exercise: exercise.id, why: 'done-differently', words: words.trim() })
    finish(t.practise.opened, onDone)
  }
  return (
    <form action={() => send().catch(() => undefined)} className="form">
      <Field label={t.practise.differentlyWords} hint={t.practise.differentlyHint}>
        <textarea required rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <RefusalNote error={rest.error} />
      <div className="row">
        <button type="submit" className="first" disabled={rest.busy}>
          {t.keep}
        </button>
        <button type="button" className="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </form>
  )
}

function finish(what: string, onDone: () => void) {
  announce(what)
  onDone()
}

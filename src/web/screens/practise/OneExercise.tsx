import { useEffect, useRef, useState } from 'react'
import type { Exercise, Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { voiceName } from '../../parts/voice.ts'
import { useDo } from '../../use-act.ts'
import { Gap } from './Gap.tsx'
import { Grading } from './Grading.tsx'

type OneExerciseProps = { exercise: Exercise; onBegin: () => void; onDone: () => void }

/** One exercise: a sentence with a gap, the answer, and the grading. */
export function OneExercise({ exercise, onBegin, onDone }: OneExerciseProps) {
  const [reply, setReply] = useState('')
  const [shown, setShown] = useState<Out<'reveal'>>()
  const reveal = useDo('reveal')
  const show = async () => {
    onBegin()
    setShown(await reveal({ exercise: exercise.id }))
  }
  if (shown) return <Revealed {...{ exercise, reply, shown, onDone }} />
  return (
    <Form does={show}>
      <p className="quiet">
        <TopicLink topic={exercise.topic} />
        {exercise.cue && ` · ${exercise.cue}`}
      </p>
      <p className="prompt">
        <Gap prompt={exercise.prompt} />
      </p>
      <Field label={t.practise.reply} optional={t.optional}>
        <textarea rows={2} value={reply} onChange={(event) => setReply(event.target.value)} />
      </Field>
      <Sending>{t.practise.show(voiceName(exercise.voice))}</Sending>
    </Form>
  )
}

type RevealedProps = { exercise: Exercise; reply: string; shown: Out<'reveal'>; onDone: () => void }

function Revealed({ exercise, reply, shown, onDone }: RevealedProps) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  const { claim, gap } = shown
  return (
    <div className="form">
      <p className="quiet">{t.practise.said(voiceName(claim.voice))}</p>
      <p className="prompt" tabIndex={-1} ref={said}>
        <WithGap statement={claim.statement} gap={gap} />
      </p>
      {claim.holdsWhen && (
        <p className="quiet">
          {t.line.holdsWhen}: {claim.holdsWhen}
        </p>
      )}
      {reply.trim() && (
        <blockquote className="own">
          {reply}
          <footer>{t.practise.youWrote}</footer>
        </blockquote>
      )}
      <Grading exercise={exercise} reply={reply} onDone={onDone} />
    </div>
  )
}

function WithGap({ statement, gap }: { statement: string; gap: string }) {
  const at = statement.indexOf(gap)
  if (!gap || at < 0) return statement
  return (
    <>
      {statement.slice(0, at)}
      <mark>{gap}</mark>
      {statement.slice(at + gap.length)}
    </>
  )
}

import { useEffect, useRef, useState } from 'react'
import type { Family, Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { focusHeading, Heading } from '../../parts/Heading.tsx'
import { Press } from '../../parts/Press.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import type { Stage } from './stage-of.ts'
import { useStoryAct } from './use-story-act.ts'

type ProbingProps = {
  story: Story
  decision: Story['timeline'][number]
  onAnother: () => void
  onGo: (stage: Stage | undefined) => void
}

/**
 * Probes about a decision, three at a time: the teller picks one, replies, shows instead, or skips.
 */
export function Probing({ story, decision, onAnother, onGo }: ProbingProps) {
  const [asked, setAsked] = useState<Family>()
  const replies = story.replies.filter(({ how }) => how !== 'skip')
  const done = () => {
    setAsked(undefined)
    focusHeading()
  }
  return (
    <div className="form">
      <Heading title={t.story.deepening.title} />
      <blockquote className="voice decision">{decision.words}</blockquote>
      {replies.length > 0 && <Replies replies={replies} />}
      {asked ? <Replying story={story} family={asked} onDone={done} /> : <Pick story={story} onAsk={setAsked} />}
      {!asked && (
        <div className="row">
          <button type="button" className={replies.length > 0 ? 'first' : undefined} onClick={() => onGo('wordless')}>
            {t.story.deepening.enough}
          </button>
          <button type="button" className="plain" onClick={onAnother}>
            {t.story.deepening.another}
          </button>
        </div>
      )}
    </div>
  )
}

function Replies({ replies }: { replies: Story['replies'] }) {
  return (
    <ol className="thread">
      {replies.map(({ family, words }) => (
        <li key={family}>
          <span className="point dot" aria-hidden="true" />
          <div>
            <small>{t.story.probes[family]}</small>
            <p className={words === null ? 'quiet' : 'reply'}>{words ?? t.story.deepening.shown}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Pick({ story, onAsk }: { story: Story; onAsk: (family: Family) => void }) {
  if (story.probes.length === 0) return null
  return (
    <section className="picks" aria-labelledby="picks">
      <h2 id="picks">{t.story.deepening.pick}</h2>
      {story.probes.map(({ family }) => (
        <button key={family} type="button" className="take-up" onClick={() => onAsk(family)}>
          {t.story.probes[family]}
        </button>
      ))}
    </section>
  )
}

function Replying({ story, family, onDone }: { story: Story; family: Family; onDone: () => void }) {
  const [words, setWords, forget] = useDraft(`probe/${story.id}/${family}`, '')
  const answer = useStoryAct('answer-probe')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  async function take(how: 'said' | 'show' | 'skip') {
    await answer({ story: story.id, family, how, ...(how === 'said' && { words }) })
    forget()
    onDone()
  }
  return (
    <Form does={() => take('said')}>
      <Field name="words" label={t.story.probes[family]} hint={t.story.deepening.hint}>
        <textarea ref={field} required rows={4} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Sending
        beside={
          <>
            <Press does={() => take('show')}>{t.story.deepening.show}</Press>
            <Press className="plain" does={() => take('skip')}>
              {t.story.deepening.skip}
            </Press>
            <button type="button" className="plain" onClick={onDone}>
              {t.story.deepening.other}
            </button>
          </>
        }
      >
        {t.keep}
      </Sending>
    </Form>
  )
}

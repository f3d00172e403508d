import { type ReactNode, useId } from 'react'
import type { Mode, Topic } from '../../contract.ts'
import { t } from '../../messages/things.ts'
import { Mark } from '../../parts/Mark.tsx'

type CardProps = {
  mode?: Mode
  topic?: Topic
  note: string
  text: ReactNode
  quote?: string | null
  children: ReactNode
}

/** An item of Today: topic, sentence, perhaps a quote, and buttons. */
export function Card({ mode, topic, note, text, quote, children }: CardProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make a form of a sentence
    <div role="group" aria-labelledby={id}>
      <small className="row note">
        {mode && <Mark mode={mode} />}
        {topic?.area.closed ? `${note} · ${t.topics.closed(topic.area.name)}` : note}
      </small>
      <p className="say" id={id}>
        {text}
      </p>
      {quote && <blockquote className="question-words">{quote}</blockquote>}
      {children}
    </div>
  )
}

import { useState } from 'react'
import type { Puzzle, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { AskRoom } from './AskRoom.tsx'

/** Without an answer: the room can be asked, on the closest or a new topic. */
export function Gap({ puzzle, topic }: { puzzle: Puzzle; topic: Topic | null }) {
  const [title, setTitle] = useState('')
  const takesPart = useMay('member')
  const field = (
    <Field label={t.puzzled.about}>
      <input maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
    </Field>
  )
  return (
    <>
      <small className="row note">
        <Mark mode="socialisation" open />
        <span>{t.puzzled.gap}</span>
      </small>
      <p>{topic ? <Fill text={t.puzzled.gapAbout} topic={<TopicLink topic={topic} />} /> : t.puzzled.gapNew}</p>
      {takesPart &&
        (topic ? (
          <details className="making">
            <summary>{t.puzzled.else}</summary>
            {field}
          </details>
        ) : (
          field
        ))}
      <AskRoom puzzle={puzzle} first {...(title.trim() ? { title: title.trim() } : {})} />
    </>
  )
}

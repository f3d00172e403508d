import { useState } from 'react'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Form, Sending } from '../../parts/Form.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { RetoldLine } from './RetoldLine.tsx'
import type { Stage } from './stage-of.ts'
import { added, asRetold, moved, putBack, split, type Wished } from './timeline.ts'
import { useStoryAct } from './use-story-act.ts'

type RetellingProps = { story: Story; onGo: (stage: Stage | undefined) => void }

/** The retelling: the teller's own sentences as a timeline, to be corrected. */
export function Retelling({ story, onGo }: RetellingProps) {
  const [lines, write, forget] = useTimeline(story)
  const [active, setActive] = useState<number>()
  const [focus, setFocus] = useState<{ at: number }>()
  const correct = useStoryAct('correct-story')
  const change = (next: Wished[], at?: number) => {
    write(next)
    setActive(at)
    setFocus(at === undefined ? undefined : { at })
  }
  const out = story.timeline.filter(({ id }) => !lines.some(({ line }) => line === id))

  async function done() {
    const kept = lines.filter(({ words }) => words.trim())
    const wished = kept.map(({ line, words }) => ({ words, ...(line && { line }) }))
    await correct({ story: story.id, version: story.version, lines: wished })
    forget()
    onGo('deepening')
  }

  return (
    <Form does={done}>
      <Heading title={t.story.retelling.title} />
      <p className="quiet">{t.story.retelling.more}</p>
      <ol className="thread">
        {lines.map((line, k) => (
          <RetoldLine
            key={line.key}
            n={k + 1}
            line={line}
            retold={story.timeline.find(({ id }) => id === line.line)}
            isActive={active === k}
            focus={focus?.at === k ? focus : undefined}
            onActive={() => setActive(k)}
            onWrite={(words) => write(lines.with(k, { ...line, words }))}
            onMove={(by) => change(moved(lines, k, by), Math.min(lines.length - 1, Math.max(0, k + by)))}
            onSplit={(parts) => change(split(lines, k, parts), k + parts.length - 1)}
            onOut={() => change(lines.toSpliced(k, 1), Math.min(k, lines.length - 2))}
          />
        ))}
      </ol>
      <div className="row">
        <button type="button" className="small" onClick={() => change(added(lines, lines.length - 1), lines.length)}>
          {t.story.retelling.add}
        </button>
        <button type="button" className="plain small" onClick={() => onGo('telling')}>
          {t.story.retelling.tellMore}
        </button>
      </div>
      {out.map((line) => (
        <p key={line.id} className="row quiet taken-out">
          <span>{t.story.retelling.takenOut(line.words)}</span>
          <button type="button" className="plain small" onClick={() => change(putBack(lines, story.timeline, line))}>
            {t.confirm.takeBackIn}
          </button>
        </p>
      ))}
      <Sending>{t.story.retelling.done}</Sending>
    </Form>
  )
}

/** The timeline being corrected, stored on this device until it is sent. */
function useTimeline(story: Story) {
  const retold = JSON.stringify(asRetold(story.timeline))
  const [draft, write, forget] = useDraft(`timeline/${story.id}/${story.version}`, retold)
  return [JSON.parse(draft) as Wished[], (next: Wished[]) => write(JSON.stringify(next)), forget] as const
}

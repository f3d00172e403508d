import type { Topic } from '../../contract.ts'
import { list } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Spiral } from '../../spiral/Spiral.tsx'
import { openModes, type Thread, threadOf } from '../../spiral/spiral-geometry.ts'
import { useAct } from '../../use-act.ts'
import { Happened } from './Happened.tsx'

/** The topic's spiral, small, with the same in words. */
export function HowItCame({ topic }: { topic: Topic }) {
  const { conversions } = useAct('topic-spiral', { topic: topic.path })
  const thread = threadOf(conversions)
  return (
    <section>
      <h2>{t.topic.howItCame}</h2>
      <Spiral threads={conversions.length ? [thread] : []} label={sentence(topic.title, thread)} />
      {conversions.length > 0 && (
        <details>
          <summary>{t.topic.inWords}</summary>
          <Happened topic={topic} />
        </details>
      )}
    </section>
  )
}

/** The picture in a sentence: closed rounds, and the progress of the open one. */
function sentence(title: string, thread: Thread): string {
  if (thread.cells.length === 0) return t.spiral.empty(title)
  const open = openModes(thread).map((mode) => t.modes[mode])
  return t.spiral.sentence(title, thread.closed, list(open))
}

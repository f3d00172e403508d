import { useState } from 'react'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Heading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { Dot } from './Dot.tsx'
import { Probing } from './Probing.tsx'
import type { Stage } from './stage-of.ts'
import { useStoryAct } from './use-story-act.ts'

type DeepeningProps = { story: Story; onGo: (stage: Stage | undefined) => void }

/** The deepening: the teller picks a decision, then probes about it. */
export function Deepening({ story, onGo }: DeepeningProps) {
  const [another, setAnother] = useState(false)
  const decision = story.timeline.find(({ id }) => id === story.decision)
  if (!decision || another) return <Where story={story} onPicked={() => setAnother(false)} onGo={onGo} />
  return <Probing story={story} decision={decision} onAnother={() => setAnother(true)} onGo={onGo} />
}

function Where({ story, onPicked, onGo }: DeepeningProps & { onPicked: () => void }) {
  const deepen = useStoryAct('deepen')
  const pick = (line: string) => deepen({ story: story.id, line }).then(onPicked)
  return (
    <div className="form">
      <Heading title={t.story.deepening.where} />
      <p className="quiet">
        {story.timeline.some(({ decides }) => decides) ? t.story.deepening.whereMarked : t.story.deepening.whereMore}
      </p>
      <Presses className="">
        <ol className="thread">
          {story.timeline.map((line) => (
            <li key={line.id}>
              <Dot decides={line.decides} />
              <Press className="take-up" does={() => pick(line.id)}>
                {line.words}
              </Press>
            </li>
          ))}
        </ol>
      </Presses>
      <div className="row">
        <button type="button" className="plain" onClick={() => onGo('wordless')}>
          {t.story.deepening.nowhere}
        </button>
        <button type="button" className="plain" onClick={() => onGo('retelling')}>
          {t.story.deepening.back}
        </button>
      </div>
    </div>
  )
}

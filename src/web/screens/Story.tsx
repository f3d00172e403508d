import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Story as StoryShown } from '../contract.ts'
import { t } from '../messages/more.ts'
import { focusHeading, Heading } from '../parts/Heading.tsx'
import { Mark } from '../parts/Mark.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'
import { Deepening } from './story/Deepening.tsx'
import { Leaving } from './story/Leaving.tsx'
import { Retelling } from './story/Retelling.tsx'
import { type Stage, stageOf } from './story/stage-of.ts'
import { Telling } from './story/Telling.tsx'
import { useMinutesLeft } from './story/use-minutes-left.ts'
import { Wordless } from './story/Wordless.tsx'

/**
 * The Story screen: one story through its stages of telling, retelling, deepening and what has no
 * words.
 */
export function Story() {
  const id = useParams({ strict: false, select: (params) => params.story ?? '' })
  const { story } = useAct('read-story', { story: id })
  const [wished, onGo] = useState<Stage>()
  const stage = story.finishedAt ? 'finished' : (wished ?? stageOf(story))
  useHeadingAt(stage)
  return (
    <div className="column story">
      <Top story={story} />
      {stage === 'telling' && <Telling story={story} onGo={onGo} />}
      {stage === 'retelling' && <Retelling key={story.version} story={story} onGo={onGo} />}
      {stage === 'deepening' && <Deepening story={story} onGo={onGo} />}
      {stage === 'wordless' && <Wordless story={story} onGo={onGo} />}
      {stage === 'finished' ? <Finished story={story} /> : <Leaving story={story} />}
    </div>
  )
}

function Top({ story }: { story: StoryShown }) {
  const left = useMinutesLeft(story.id)
  return (
    <div>
      <p className="row note quiet">
        <Mark mode="externalisation" />
        <span>
          <TopicLink topic={story.topic} />
          {!story.finishedAt && ` · ${left > 0 ? t.story.minutes(left) : t.story.noHurry}`}
        </span>
      </p>
      <OnlyIn area={story.topic.area} />
    </div>
  )
}

function Finished({ story }: { story: StoryShown }) {
  const space = useSpace()
  return (
    <>
      <Heading title={t.story.finished} />
      {story.source && (
        <Link to="/$space/confirm/$source" params={{ space, source: story.source }} className="button first">
          {t.source.check}
        </Link>
      )}
    </>
  )
}

/** Moves the focus to the heading when the stage changes. */
function useHeadingAt(stage: string) {
  const was = useRef(stage)
  useEffect(() => {
    if (was.current !== stage) focusHeading()
    if (was.current !== stage) window.scrollTo({ top: 0 })
    was.current = stage
  }, [stage])
}

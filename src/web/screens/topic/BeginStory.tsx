import { useNavigate } from '@tanstack/react-router'
import type { Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Press } from '../../parts/Press.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useStoryAct } from '../story/use-story-act.ts'

/** A button that begins a story about the topic, or continues an unfinished one. */
export function BeginStory({ topic }: { topic: Topic }) {
  const begin = useStoryAct('begin-story')
  const space = useSpace()
  const go = useNavigate()
  const tell = async () => {
    const { story } = await begin({ topic: topic.id })
    await go({ to: '/$space/tell/$story', params: { space, story: story.id } })
  }
  return (
    <Press className="plain small" does={tell}>
      {t.story.aboutThis}
    </Press>
  )
}

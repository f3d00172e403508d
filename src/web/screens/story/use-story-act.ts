import { useQueryClient } from '@tanstack/react-query'
import type { In, Out } from '../../contract.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

type StoryAct = 'begin-story' | 'retell' | 'correct-story' | 'deepen' | 'answer-probe'

/** An act that gives the story as it then stands: the next stage is never shown what was before. */
export function useStoryAct<A extends StoryAct>(act: A) {
  const { run, busy, error } = useDo(act)
  const cache = useQueryClient()
  const space = useSpace()
  const runAndShow = async (input: In<A>): Promise<Out<A>> => {
    const out = await run(input)
    const { story } = out as Out<StoryAct>
    cache.setQueryData([space, 'read-story', { story: story.id }], { story })
    return out
  }
  return { run: runAndShow, busy, error }
}

import type { In, Out } from '../../contract.ts'
import { useActs, useDo } from '../../use-act.ts'

type StoryAct = 'begin-story' | 'retell' | 'correct-story' | 'deepen' | 'answer-probe'

/**
 * Does an act that returns the story, and puts it into the cache, so that the next stage starts
 * from it.
 */
export function useStoryAct<A extends StoryAct>(act: A): (input: In<A>) => Promise<Out<A>> {
  const run = useDo(act)
  const acts = useActs()
  return async (input) => {
    const out = await run(input)
    const { story } = out as Out<StoryAct>
    acts.show('read-story', { story: story.id }, { story })
    return out
  }
}

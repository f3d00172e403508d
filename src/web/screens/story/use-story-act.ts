import type { In, Out } from '../../contract.ts'
import { useActs, useDo } from '../../use-act.ts'

type StoryAct = 'begin-story' | 'retell' | 'correct-story' | 'deepen' | 'answer-probe'

/** An act that gives the story as it then stands: the next stage is never shown what was before. */
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

import type { Voice } from '../contract.ts'
import { useAct, useHouse } from '../use-act.ts'

/** Whether the user speaks for a voice: their own, or their group's. */
export function useSpeaksFor(voice: Voice): boolean {
  const { me } = useHouse('list-spaces', {})
  const { communities } = useAct('list-communities', { most: 200 })
  if ('group' in voice) return communities.some(({ id, mine }) => mine && id === voice.group.id)
  return 'person' in voice && voice.person.id === me.id
}

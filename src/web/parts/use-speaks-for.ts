import type { Voice } from '../contract.ts'
import { useAct, useHouse } from '../use-act.ts'

/** Whether the one who looks speaks for a voice: it is theirs, or that of a group that they are in. */
export function useSpeaksFor(voice: Voice): boolean {
  const { me } = useHouse('list-spaces', {})
  const { communities } = useAct('list-communities', { most: 200 })
  if ('group' in voice) return communities.some(({ id, mine }) => mine && id === voice.group.id)
  return 'person' in voice && voice.person.id === me.id
}

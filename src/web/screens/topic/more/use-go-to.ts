import { useNavigate } from '@tanstack/react-router'
import { useSpace } from '../../../parts/use-space.ts'

/** Navigates to a topic, replacing the present entry of the history. */
export function useGoTo(): (path: string) => Promise<void> {
  const space = useSpace()
  const go = useNavigate()
  return (path) => go({ to: '/$space/t/$', params: { space, _splat: path }, replace: true })
}

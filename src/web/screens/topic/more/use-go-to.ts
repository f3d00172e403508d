import { useNavigate } from '@tanstack/react-router'
import { useSpace } from '../../../parts/use-space.ts'

/** Leads to a topic by its path, in place of where one was. */
export function useGoTo(): (path: string) => Promise<void> {
  const space = useSpace()
  const go = useNavigate()
  return (path) => go({ to: '/$space/t/$', params: { space, _splat: path }, replace: true })
}

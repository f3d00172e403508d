import type { Role } from '../contract.ts'
import { useHouse } from '../use-act.ts'
import { useSpace } from './use-space.ts'

const order: Role[] = ['reader', 'member', 'keeper', 'owner']

/** The user's role in this space. */
export function useRole(): Role {
  const slug = useSpace()
  return useHouse('list-spaces', {}).spaces.find((space) => space.slug === slug)?.role ?? 'reader'
}

/** Whether the user's role is at least this one. */
export function useMay(least: Role): boolean {
  return order.indexOf(useRole()) >= order.indexOf(least)
}

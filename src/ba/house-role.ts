import type { Tx } from '../store/index.ts'
import { houseRoleOf, whoRuns } from './house-role-rows.ts'
import { notYours } from './refusal.ts'

/** The names that a refusal gives. */
const MOST_NAMES = 3

/** Refuses somebody who may not make spaces, and says whom to ask. */
export async function mustMakeSpaces(tx: Tx, person: string): Promise<void> {
  if ((await houseRoleOf(tx, person)) !== undefined) return
  throw notYours('Only those whom this house has named for it may make spaces.', await askThem(tx))
}

/** Refuses somebody who does not run the house, and says who does. */
export async function mustRun(tx: Tx, person: string): Promise<void> {
  if (runs(await houseRoleOf(tx, person))) return
  throw notYours('Only those who run this house may do this.', await askThem(tx))
}

/** Whether a role is that of somebody who runs the house. */
export const runs = (role: string | undefined): boolean => role === 'founder' || role === 'runs'

async function askThem(tx: Tx): Promise<string> {
  const names = (await whoRuns(tx, MOST_NAMES)).map(({ name }) => name)
  return `Ask ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names) || 'whoever runs it'}.`
}

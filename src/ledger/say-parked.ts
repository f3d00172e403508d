import { type Here, onlyFor, ownersOf } from '../ba/index.ts'

/** Says to the owners of a space, who alone may list it, that something was parked there, or is no more. */
export async function sayParked({ tx, space, changed }: Here, reaction: string, seq: number): Promise<void> {
  for (const { id } of await ownersOf(tx, space.id)) changed({ parked: `${reaction} ${seq}` }, onlyFor(id))
}

/** The name under which a job that failed for good is listed among what is parked. */
export const parkedJob = (id: string): string => `job:${id}`

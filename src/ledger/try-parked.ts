import { passes } from '../store/index.ts'
import { readEntry } from './followed.ts'
import { entryAt } from './journal-rows.ts'
import { type Hands, parkWith, recordBy, type Space } from './move-cursor.ts'
import type { Reaction } from './reaction.ts'
import { cursorOf, parkedToRetry, unpark } from './reaction-rows.ts'
import { sayParked } from './say-parked.ts'

/**
 * Follows the parked entries of a space that an owner wants tried again; one that fails is parked
 * again.
 */
export async function tryParked(hands: Hands, space: Space): Promise<void> {
  for (const { reaction: name, seq } of await hands.store.read((tx) => parkedToRetry(tx, space.id))) {
    const reaction = hands.reactions.find((one) => one.name === name)
    // Another process on the same store may know it.
    if (reaction) await tryOne(hands, space, reaction, seq)
  }
}

async function tryOne(hands: Hands, space: Space, reaction: Reaction, seq: number): Promise<void> {
  const { store, failed } = hands
  try {
    await store.write(async (tx) => {
      const entry = await entryAt(tx, space.id, seq)
      if (!entry) throw new Error('What it followed from is no longer kept.')
      if (!(await unpark(tx, space.id, reaction.name, seq))) return
      const cursor = (await cursorOf(tx, space.id, reaction.name)) ?? seq
      await recordBy(hands, tx, space, reaction.name, async (here) => {
        await sayParked(here, reaction.name, seq)
        await reaction.run(here, readEntry(entry).changed, { after: seq - 1, upTo: seq, cursor })
      })
    })
  } catch (error) {
    if (passes(error)) throw error
    failed(error, reaction.name)
    await store.write((tx) => parkWith(hands, tx, space, reaction.name, seq, error))
  }
}

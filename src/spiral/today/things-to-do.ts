import { z } from 'zod'
import type { HereIAm } from '../../ba/index.ts'
import { answered } from './things/answered.ts'
import { asked } from './things/asked.ts'
import { doingToWitness } from './things/doing-to-witness.ts'
import { found } from './things/found.ts'
import { gap } from './things/gap.ts'
import { inferred } from './things/inferred.ts'
import { lineToRelease } from './things/line-to-release.ts'
import { linesThatDiffer } from './things/lines-that-differ.ts'
import { linesToCheck } from './things/lines-to-check.ts'
import { modelHere } from './things/model-here.ts'
import { pageToKeep } from './things/page-to-keep.ts'
import { pageToReview } from './things/page-to-review.ts'
import { proposed } from './things/proposed.ts'
import { readHere } from './things/read-here.ts'
import { showing } from './things/showing.ts'
import type { ThingKind } from './things/thing-kind.ts'
import { topicToRecall } from './things/topic-to-recall.ts'
import { topicToTry } from './things/topic-to-try.ts'

/** All kinds of things, most urgent first: notices, people who wait, own claims, then practice. */
const kinds = [
  readHere,
  modelHere,
  inferred,
  asked,
  linesToCheck,
  lineToRelease,
  linesThatDiffer,
  pageToKeep,
  showing,
  doingToWitness,
  gap,
  pageToReview,
  proposed,
  answered,
  found,
  topicToRecall,
  topicToTry,
] as const

type Shown<Kinds> = { -readonly [N in keyof Kinds]: Kinds[N] extends ThingKind<infer One> ? One : never }

/** One thing on Today, done in place. */
export const thing = z.discriminatedUnion('kind', kinds.map(({ shown }) => shown) as Shown<typeof kinds>)

/** Finds the caller's things, most urgent first, and stops at the number asked for. */
export async function thingsToDo(here: HereIAm, most: number): Promise<z.input<typeof thing>[]> {
  const things: z.input<typeof thing>[] = []
  for (const { find } of kinds) {
    if (things.length >= most) break
    things.push(...(await find(here)))
  }
  return things.slice(0, most)
}

/** When the next thing becomes due by time alone, for which there is no event. */
export async function nextByTheClock(here: HereIAm): Promise<string | null> {
  const all = []
  for (const kind of kinds as readonly ThingKind<z.ZodType>[]) all.push((await kind.next?.(here)) ?? [])
  return all.flat().sort()[0] ?? null
}

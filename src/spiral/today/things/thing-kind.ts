import type { z } from 'zod'
import type { HereIAm } from '../../../ba/index.ts'

/** A kind of thing that may wait for somebody: what is shown of one, and how theirs are found. */
export interface ThingKind<Shown extends z.ZodType> {
  shown: Shown
  find(here: HereIAm): Promise<z.input<Shown>[]>
  /** The moment from which the next will be found that waits for the clock alone. */
  next?(here: HereIAm): Promise<string | undefined>
}

/** Declares a kind of thing; what it finds is checked against what it shows. */
export const thingKind = <Shown extends z.ZodType>(kind: ThingKind<Shown>): ThingKind<Shown> => kind

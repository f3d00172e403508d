import type { z } from 'zod'
import type { HereIAm } from '../../../ba/index.ts'

/** A kind of thing on Today: its output schema, and how a person's things are found. */
export interface ThingKind<Shown extends z.ZodType> {
  shown: Shown
  find(here: HereIAm): Promise<z.input<Shown>[]>
  /** When the next thing becomes due by time alone. */
  next?(here: HereIAm): Promise<string | undefined>
}

/** Declares a kind of thing; the type checker compares what it finds with its schema. */
export const thingKind = <Shown extends z.ZodType>(kind: ThingKind<Shown>): ThingKind<Shown> => kind

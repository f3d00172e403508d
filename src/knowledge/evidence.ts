import { z } from 'zod'
import { type Here, inArea, onlyFor, person, personOf } from '../ba/index.ts'
import type { Tables } from '../store/index.ts'
import type { evidenceOn } from './evidence-rows.ts'

/** The four kinds of evidence; only the last is "can do", and they are never summed into a number. */
export const evidenceKinds = ['remembers', 'explained', 'chose', 'did'] as const

/** One of the four kinds. */
export type EvidenceKind = (typeof evidenceKinds)[number]

/** A reason to think that somebody knows: its kind, its date, with whom; never a figure. */
export const shownReason = z.object({
  evidence: z.string(),
  kind: z.enum(evidenceKinds),
  at: z.string(),
  with: person.nullable(),
  stands: z.boolean(),
})

type Row = Awaited<ReturnType<typeof evidenceOn>>[number]

/** Shows a piece of evidence as a reason. */
export const showReason = (row: Row): z.output<typeof shownReason> => ({
  evidence: row.id,
  kind: row.kind as EvidenceKind,
  at: row.at,
  with: personOf(row.with_person, row.withName),
  stands: row.stands_at !== null,
})

/** Whether somebody may see a piece of evidence: it is let stand, or it is their own. */
export const maySeeEvidence = (row: Row, me: string) => row.stands_at !== null || row.person_id === me

/** Says that evidence changed: to everybody there where it is let stand, else to its person alone. */
export const evidenceChanged = (
  here: Here,
  row: Pick<Tables['evidence'], 'id' | 'area_id' | 'topic_id' | 'person_id' | 'stands_at'>,
) => {
  const stands = row.stands_at !== null
  here.changed({ evidence: row.id }, stands ? inArea(row.area_id, row.topic_id) : onlyFor(row.person_id, row.topic_id))
}

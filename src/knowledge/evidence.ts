import { z } from 'zod'
import { type Here, inArea, onlyFor, person, personOf } from '../ba/index.ts'
import type { Tables } from '../store/index.ts'
import type { evidenceOn } from './evidence-rows.ts'

/** The four kinds of evidence; they are never summed into a number. */
export const evidenceKinds = ['remembers', 'explained', 'chose', 'did'] as const

/** One of the four kinds. */
export type EvidenceKind = (typeof evidenceKinds)[number]

/**
 * The degree of help with a doing, most help first: levels of entrustment (ten Cate et al. 2020).
 */
export const helps = ['watched', 'with-help', 'help-at-hand', 'alone', 'looked-after-others'] as const

/** One degree of help. */
export type Help = (typeof helps)[number]

/** The subject of a piece of evidence: a line, a question, a source, or a topic as a whole. */
export type About = { kind: 'topic' } | { kind: 'claim' | 'question' | 'source'; id: string }

const shownAbout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic') }),
  /** A line; the words are null if it was withdrawn. */
  z.object({ kind: z.literal('claim'), id: z.string(), statement: z.string().nullable() }),
  z.object({ kind: z.literal('question'), id: z.string(), words: z.string() }),
  z.object({ kind: z.literal('source'), id: z.string() }),
])

/** A reason to think that somebody knows: kind, subject, date and company; never a figure. */
export const shownReason = z.object({
  evidence: z.string(),
  kind: z.enum(evidenceKinds),
  about: shownAbout,
  at: z.string(),
  with: person.nullable(),
  /** The degree of help with a doing, if anybody stated it. */
  help: z.enum(helps).nullable(),
  /** Whether it is about an earlier wording of the line. */
  earlier: z.boolean(),
  stands: z.boolean(),
})

type EvidenceShown = Awaited<ReturnType<typeof evidenceOn>>[number]

/** Makes the public form of a piece of evidence. */
export const showReason = (row: EvidenceShown): z.output<typeof shownReason> => ({
  evidence: row.id,
  kind: row.kind as EvidenceKind,
  about: showAbout(row),
  at: row.at,
  with: personOf(row.with_person, row.withName),
  help: row.help as Help | null,
  earlier: row.lineRewordedAt !== null && row.at < row.lineRewordedAt,
  stands: row.stands_at !== null,
})

function showAbout({ about_kind, about_id, line, questionWords }: EvidenceShown): z.output<typeof shownAbout> {
  const id = about_id ?? ''
  switch (about_kind as About['kind']) {
    case 'topic':
      return { kind: 'topic' }
    case 'claim':
      return { kind: 'claim', id, statement: line }
    case 'question':
      return { kind: 'question', id, words: questionWords ?? '' }
    case 'source':
      return { kind: 'source', id }
  }
}

/** Whether somebody may see a piece of evidence: it is released or their own. */
export const maySeeEvidence = (row: EvidenceShown, me: string) => row.stands_at !== null || row.person_id === me

/** Records changed evidence: for the whole area if released, else for its person. */
export const evidenceChanged = (
  here: Here,
  row: Pick<Tables['evidence'], 'id' | 'area_id' | 'topic_id' | 'person_id' | 'stands_at'>,
) => {
  const stands = row.stands_at !== null
  here.changed({ evidence: row.id }, stands ? inArea(row.area_id, row.topic_id) : onlyFor(row.person_id, row.topic_id))
}

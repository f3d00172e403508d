import { z } from 'zod'
import { pageRows } from '../../ba/index.ts'
import { shownTopic } from '../../knowledge/index.ts'

/** A file that could not be read, with the reason. */
const unread = z.object({ path: z.string(), reason: z.string() })

/** Lines of a scanned document. */
const where = z.object({ path: z.string(), fromLine: z.number().int(), toLine: z.number().int() })

/** A stored finding: its sentence, quotations, subject, and whom and what to ask. */
const finding = z.object({
  kind: z.string(),
  /** Its subject: a page's title, a term, or a folder. */
  about: z.string(),
  line: z.string(),
  words: z.array(z.string()),
  where: z.array(where),
  button: z.string(),
  questions: z.array(z.string()),
  /** The person it is about, as named in the documents. */
  whom: z.string().nullable().default(null),
})

/** The result of a scan. */
export const scanResult = z.object({
  documents: z.number().int(),
  commits: z.number().int(),
  messages: z.number().int(),
  topics: z.array(z.string()),
  unread: z.array(unread),
  /** What is missing from what was read, in sentences. */
  notes: z.array(z.string()).default([]),
  findings: z.array(finding),
  /** The reason, if nothing could be read. */
  fault: z.string().nullable(),
})

/** The result of a scan, with the text of the documents quoted by its findings. */
export type ScanResult = z.output<typeof scanResult> & { texts: Record<string, string> }

/** The limits of a stored result: quotations and questions per finding, findings, topics, notes. */
const [PLACES, FINDINGS, TOPICS, NOTES] = [50, 20, 50, 20]

const shownFinding = finding.extend({
  words: z.array(z.string()).max(PLACES),
  where: z.array(where).max(PLACES),
  questions: z.array(z.string()).max(PLACES),
})

/** A scan as shown to its person. */
export const shownScan = z.object({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  state: z.enum(['sending', 'scanning', 'scanned']),
  progress: z.string().nullable(),
  begunAt: z.string(),
  /** A finding about a member is null until they let it be seen. */
  result: scanResult
    .extend({
      topics: z.array(z.string()).max(TOPICS),
      unread: pageRows(unread),
      notes: z.array(z.string()).max(NOTES),
      /** The number of unread files; `unread` is a page of them. */
      unreadInAll: z.number().int(),
      findings: z.array(shownFinding.nullable()).max(FINDINGS),
    })
    .nullable(),
  /** The findings taken up, with their topics. */
  takenUp: z.array(z.object({ finding: z.number().int(), topic: shownTopic, question: z.string() })).max(FINDINGS),
})

/** Converts a result to output, with a page of the unread files. */
export function showResult(
  { topics, unread, ...rest }: z.output<typeof scanResult>,
  findings: readonly (z.output<typeof finding> | null)[],
  page: z.output<typeof scanResult>['unread'],
): NonNullable<z.output<typeof shownScan>['result']> {
  return {
    ...rest,
    topics: topics.slice(0, TOPICS),
    unread: page,
    notes: rest.notes.slice(0, NOTES),
    unreadInAll: unread.length,
    findings: findings.slice(0, FINDINGS).map(
      (one) =>
        one && {
          ...one,
          words: one.words.slice(0, PLACES),
          where: one.where.slice(0, PLACES),
          questions: one.questions.slice(0, PLACES),
        },
    ),
  }
}

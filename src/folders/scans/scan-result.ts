import { z } from 'zod'
import { pageRows } from '../../ba/index.ts'
import { shownTopic } from '../../knowledge/index.ts'

/** What could not be read, and why. */
const unread = z.object({ path: z.string(), reason: z.string() })

/** Lines of a document that was scanned. */
const where = z.object({ path: z.string(), fromLine: z.number().int(), toLine: z.number().int() })

/** A finding as its scan keeps it: what it says, what it rests on, what it is about, and whom or what to ask. */
const finding = z.object({
  kind: z.string(),
  /** What it is about: a page's title, a term, a folder. */
  about: z.string(),
  line: z.string(),
  words: z.array(z.string()),
  where: z.array(where),
  button: z.string(),
  questions: z.array(z.string()),
  /** Whom it is about, as what was scanned names them. */
  whom: z.string().nullable().default(null),
})

/** What became of a scan. */
export const scanResult = z.object({
  documents: z.number().int(),
  commits: z.number().int(),
  messages: z.number().int(),
  topics: z.array(z.string()),
  unread: z.array(unread),
  findings: z.array(finding),
  /** Why nothing came of it, where it could not be read at all. */
  fault: z.string().nullable(),
})

/** What became of a scan, with the text of the documents that its findings rest on. */
export type ScanResult = z.output<typeof scanResult> & { texts: Record<string, string> }

/** Of a finding so many words, places and questions are shown; a scan has so many findings, and so many topics are named. */
const [PLACES, FINDINGS, TOPICS] = [50, 20, 50]

const shownFinding = finding.extend({
  words: z.array(z.string()).max(PLACES),
  where: z.array(where).max(PLACES),
  questions: z.array(z.string()).max(PLACES),
})

/** How a scan is shown to whoever began it. */
export const shownScan = z.object({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  state: z.enum(['sending', 'scanning', 'scanned']),
  progress: z.string().nullable(),
  begunAt: z.string(),
  /** A finding that is about somebody here is null until they let it be seen. */
  result: scanResult
    .extend({
      topics: z.array(z.string()).max(TOPICS),
      unread: pageRows(unread),
      /** How many could not be read, of which `unread` has a page. */
      unreadInAll: z.number().int(),
      findings: z.array(shownFinding.nullable()).max(FINDINGS),
    })
    .nullable(),
  /** The findings that were taken up, and where they went. */
  takenUp: z.array(z.object({ finding: z.number().int(), topic: shownTopic, question: z.string() })).max(FINDINGS),
})

/** What came of a scan as it is shown, with a page of what could not be read. */
export function showResult(
  { topics, unread, ...rest }: z.output<typeof scanResult>,
  findings: readonly (z.output<typeof finding> | null)[],
  page: z.output<typeof scanResult>['unread'],
): NonNullable<z.output<typeof shownScan>['result']> {
  return {
    ...rest,
    topics: topics.slice(0, TOPICS),
    unread: page,
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

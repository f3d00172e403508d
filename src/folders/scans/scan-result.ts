import { z } from 'zod'
import { shownTopic } from '../../knowledge/index.ts'

/** Lines of a document that was brought. */
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
  /** Whom it is about, as what was brought names them. */
  whom: z.string().nullable().default(null),
})

/** What became of a scan. */
export const scanResult = z.object({
  documents: z.number().int(),
  commits: z.number().int(),
  messages: z.number().int(),
  topics: z.array(z.string()),
  unread: z.array(z.object({ path: z.string(), reason: z.string() })),
  findings: z.array(finding),
  /** Why nothing came of it, where it could not be read at all. */
  fault: z.string().nullable(),
})

/** What became of a scan, with the text of the documents that its findings rest on. */
export type ScanResult = z.output<typeof scanResult> & { texts: Record<string, string> }

/** How a scan is shown to whoever brought it. */
export const shownScan = z.object({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  state: z.enum(['sending', 'scanning', 'scanned']),
  progress: z.string().nullable(),
  begunAt: z.string(),
  /** A finding that is about somebody here is null until they let it be seen. */
  result: scanResult.extend({ findings: z.array(finding.nullable()) }).nullable(),
  /** The findings that were taken up, and where they went. */
  takenUp: z.array(z.object({ finding: z.number().int(), topic: shownTopic, question: z.string() })),
})

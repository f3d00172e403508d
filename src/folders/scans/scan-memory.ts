import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalScan, Read } from './scan-folder.ts'

/** The cache of a folder's parsed documents; discarded when the parser's version changes. */
interface Memory {
  outcome(hash: string): LocalScan | null
  keepOutcome(hash: string, result: LocalScan): void
  documents(): Map<string, Read>
  keepDocument(hash: string, read: Read): void
  /** Writes pending entries, and drops documents that no longer exist. */
  settle(hashes: ReadonlySet<string>): void
}

/** The parser's version; raise it whenever the same bytes would give another result. */
const WAY = 8
const BATCH = 50

/** Opens the cache of a folder. Lines cut off by an interruption are skipped. */
export function openMemory(folder: string, root: string): Memory {
  const place = join(folder, createHash('sha256').update(root).digest('hex').slice(0, 16))
  const [outcomes, documents] = [join(place, `outcome-${WAY}.json`), join(place, `documents-${WAY}.jsonl`)]
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const waiting: string[] = []
  let lines = 0
  const flush = () => appendFileSync(documents, waiting.splice(0).join(''), { mode: 0o600 })
  const read = () => {
    const text = existsSync(documents) ? readFileSync(documents, 'utf8').split('\n') : []
    lines = text.length - 1
    return new Map(text.flatMap(lineRead))
  }
  return {
    outcome: (hash) => {
      const kept = existsSync(outcomes)
        ? jsonOf<{ hash: string; result: LocalScan }>(readFileSync(outcomes, 'utf8'))
        : null
      return kept?.hash === hash ? kept.result : null
    },
    keepOutcome: (hash, result) => {
      writeFileSync(`${outcomes}.new`, JSON.stringify({ hash, result }), { mode: 0o600 })
      renameSync(`${outcomes}.new`, outcomes)
    },
    documents: read,
    keepDocument: (hash, one) => {
      const document = { ...one.document, fields: [...one.document.fields] }
      waiting.push(`${JSON.stringify([hash, { ...one, document }])}\n`)
      lines++
      if (waiting.length >= BATCH) flush()
    },
    settle: (hashes) => {
      if (waiting.length) flush()
      if (lines <= hashes.size * 1.5 + BATCH) return
      const kept = readFileSync(documents, 'utf8')
        .split('\n')
        .filter((line) => hashes.has(line.slice(2, line.indexOf('"', 2))))
      writeFileSync(`${documents}.new`, `${kept.join('\n')}\n`, { mode: 0o600 })
      renameSync(`${documents}.new`, documents)
    },
  }
}

function lineRead(line: string): [string, Read][] {
  const kept = line ? jsonOf<[string, Read & { document: { fields: unknown } }]>(line) : null
  if (!kept) return []
  const [hash, read] = kept
  return [
    [
      hash,
      {
        ...read,
        document: { ...read.document, fields: new Map(read.document.fields as unknown as [string, unknown][]) },
      },
    ],
  ]
}

function jsonOf<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

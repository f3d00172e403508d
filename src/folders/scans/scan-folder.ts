import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import {
  compileFolder,
  findTopics,
  type Parsed,
  paragraphsOf,
  readDocument,
  type Saying,
  sayingsOf,
  type Unread,
} from '../../combination/index.ts'
import { allFindings, type Finding, fiveFindings } from '../../spiral/index.ts'
import { walkFolder } from '../walk-folder.ts'
import { historyNotes } from './history-notes.ts'
import { openHistory } from './read-history.ts'
import { openMemory } from './scan-memory.ts'
import { openVaultFolder } from './write-vault.ts'

/** The folder to scan, the cache folder, and progress callbacks. */
export interface FolderToScan {
  path: string
  /** The data folder, with the cache below `turn/`. */
  data: string
  now: string
  /** The folder to write a vault to, if any. */
  out?: string
  /** The zip that the folder was unpacked from, which is named and cached instead, by its hash. */
  standsFor?: { path: string; unread: readonly Unread[]; whole: string }
  /** Whether to read the history of a repository; never for uploads. */
  history?: boolean
  progress: (words: string) => void
  /** Called with the first finding, while others are still searched. */
  first?: (result: LocalScan) => void
  /** Called with all findings, before anything is written. */
  found: (result: LocalScan) => void
}

/** The result of a scan on this machine. */
export interface LocalScan {
  path: string
  documents: number
  /** The number of commits, for a repository. */
  commits: number
  /** The number of files read anew rather than from the cache. */
  fresh: number
  /** For a chat export, what was read. */
  chat?: { messages: number; channels: number }
  unread: Unread[]
  /** What is missing from what was read, in sentences: where a history is cut, what a chat left out. */
  notes: string[]
  topics: { title: string; mentions: number; where: { path: string; line: number }[] }[]
  findings: Finding[]
  vault: { path: string; pages: number; sources: number } | null
}

/** A parsed document, cached by the hash of its path and bytes. */
export interface Read extends Parsed {
  sayings: Saying[]
}

const TOPICS_SHOWN = 40

/**
 * Scans a folder of documents: reads it, finds topics and findings, and writes a vault if asked.
 * After an interruption it reads only new files. Nothing leaves this machine.
 */
export function scanFolder({
  path,
  data,
  now,
  out,
  standsFor,
  history: withHistory = true,
  progress,
  first,
  found,
}: FolderToScan): LocalScan {
  const root = resolve(path)
  const name = standsFor?.path ?? root
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new Error(`${root} is not a folder or a zip. Name one that is there.`)
  const vault = out === undefined ? null : openVaultFolder(out)
  const memory = openMemory(join(data, 'turn'), name)
  const { paths, unread } = walkFolder(root)
  unread.push(...(standsFor?.unread ?? []))
  const history = withHistory ? openHistory(root) : null
  const hashes = paths.flatMap((one) => {
    try {
      return { path: one, hash: hashOf(one, readFileSync(join(root, one))) }
    } catch {
      unread.push({ path: one, reason: 'It could not be read.' })
      return []
    }
  })
  // The result depends on the date, since a page may pass its review date.
  const whole =
    standsFor?.whole ?? hashOf(now.slice(0, 10), Buffer.from(JSON.stringify([hashes, unread, history?.state])))
  const known = memory.outcome(whole)
  const outcome = known ? { ...known, fresh: 0 } : scanAnew()
  found(outcome)
  if (!vault) return outcome
  progress('Compiling pages…')
  const reads = readAll().reads
  const made = compileFolder({ parsed: reads, topics: findTopics(reads), now, ...vault })
  vault.write(made.files, made.bases)
  return { ...outcome, vault: { path: vault.path, pages: made.pages, sources: reads.length } }

  function scanAnew(): LocalScan {
    const { reads, fresh, unreadable } = readAll()
    if (history) progress('Reading its history: who changed what…')
    const log = history?.read() ?? null
    const commits = log?.commits ?? []
    progress(`Looking at what ${reads.length} documents say…`)
    const result: LocalScan = {
      path: name,
      documents: reads.length,
      commits: commits.length,
      fresh,
      unread: [...unread, ...unreadable],
      notes: history ? historyNotes(log, { named: true }) : [],
      topics: [],
      findings: [],
      vault: null,
    }
    const said = reads.map(({ document, sayings }) => ({ document, sayings }))
    for (const finding of fiveFindings(allFindings(said, log?.cut ? [] : commits, now))) {
      result.findings.push(finding)
      if (result.findings.length === 1) first?.(result)
    }
    result.topics = findTopics(reads)
      .slice(0, TOPICS_SHOWN)
      .map(({ title, mentions, places }) => ({
        title,
        mentions,
        where: places.slice(0, 3).map(({ path: at, line }) => ({ path: at, line })),
      }))
    memory.keepOutcome(whole, result)
    return result
  }

  function readAll(): { reads: Read[]; fresh: number; unreadable: Unread[] } {
    const remembered = memory.documents()
    const unreadable: Unread[] = []
    let fresh = 0
    const reads = hashes.flatMap(({ path: one, hash }, n) => {
      const there = remembered.get(hash)
      if (there) return there
      if (n % 50 === 0) progress(`Reading ${basename(name)}: ${n} of ${hashes.length}…`)
      const document = readDocument(one, readFileSync(join(root, one)))
      if ('reason' in document) {
        unreadable.push(document)
        return []
      }
      fresh++
      const paragraphs = paragraphsOf(document)
      const read = { document, paragraphs, sayings: sayingsOf(paragraphs, document) }
      memory.keepDocument(hash, read)
      return read
    })
    memory.settle(new Set(hashes.map(({ hash }) => hash)))
    return { reads, fresh, unreadable }
  }
}

/** Hashes bytes together with a name. */
export const hashOf = (name: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${name}\0`).update(bytes).digest('base64url')

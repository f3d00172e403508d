/** Worker thread: scans one uploaded file of any kind. */
import { mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { isDocument, readBytes } from '../../combination/index.ts'
import { isExportFile } from '../../externalisation/index.ts'
import { readGitLog } from '../../socialisation/index.ts'
import { type Finding, fiveFindings, heldByOneFindings } from '../../spiral/index.ts'
import { MOST_SOURCE } from '../../text/index.ts'
import { unpackZip } from '../zip/unpack-zip.ts'
import { nameFault } from '../zip/zip-names.ts'
import { historyNotes } from './history-notes.ts'
import { type FromScanning, nothingOf, type ToScan } from './open-scanning.ts'
import { isChatExport, scanChat } from './scan-chat.ts'
import { type LocalScan, scanFolder } from './scan-folder.ts'
import type { ScanResult } from './scan-result.ts'

const TOPICS_KEPT = 20
const UNREAD_KEPT = 100
const NEITHER =
  'It is neither a zip nor a history. Choose a folder, a zip of one, a chat export as it was downloaded, or what the git log command printed.'
const NOT_READ = 'It says who did what, and nothing of that kind is read here until an owner turns it on, under People.'
const given = z.object({ documents: z.array(z.object({ path: z.string(), text: z.string() })) })

const say = (said: FromScanning) => parentPort?.postMessage(said)
const progress = (words: string) => say({ progress: words })

if (parentPort) say({ result: await scanned(workerData as ToScan) })

async function scanned({ file, folder, now, reads }: ToScan): Promise<ScanResult> {
  const first = firstBytes(file)
  if (first.startsWith('@@') && !reads.history) return nothingOf(NOT_READ)
  if (first.startsWith('@@')) return scanHistory(readFileSync(file, 'utf8'))
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  const unread = first.startsWith('PK')
    ? await unpackZip(file, documents, { progress })
    : first.startsWith('{')
      ? writeDocuments(readFileSync(file, 'utf8'), documents)
      : null
  if (!unread) return nothingOf(NEITHER)
  const [whole] = unread
  if (whole?.path === basename(file) && readdirSync(documents).length === 0) return nothingOf(whole.reason)
  if (!isChatExport(documents)) return scanDocuments(documents, folder, now, unread)
  return reads.chat ? scanTalk(documents, folder, now, unread) : nothingOf(NOT_READ)
}

function scanHistory(text: string): ScanResult {
  progress('Reading who changed what…')
  const log = readGitLog(text.split('\n'))
  const { commits, cut } = log
  const findings = cut ? [] : [...fiveFindings([heldByOneFindings(commits)])]
  const notes = historyNotes(log, { named: false }).map(clean)
  return { ...nothingOf(''), fault: null, commits: commits.length, notes, findings: findings.map(kept) }
}

function scanTalk(path: string, data: string, now: string, before: ScanResult['unread']): ScanResult {
  const { unread, notes, findings, chat } = scanChat({ path, data, now, progress, found: () => {} })
  // Of a chat, only the text quoted by findings is kept.
  return {
    ...nothingOf(''),
    fault: null,
    messages: chat?.messages ?? 0,
    unread: [...before, ...unread].slice(0, UNREAD_KEPT),
    notes: notes.map(clean),
    findings: findings.map(kept),
  }
}

function scanDocuments(path: string, data: string, now: string, before: ScanResult['unread']): ScanResult {
  const outcome = ({ documents, topics, unread, findings }: LocalScan): ScanResult => ({
    ...nothingOf(''),
    fault: null,
    documents,
    topics: topics.slice(0, TOPICS_KEPT).map(({ title }) => title),
    unread: [...before, ...unread].slice(0, UNREAD_KEPT),
    findings: findings.map(kept),
    texts: Object.fromEntries(pathsOf(findings).flatMap((one) => textOf(path, one))),
  })
  const first = (scan: LocalScan) => say({ first: outcome(scan) })
  return outcome(scanFolder({ path, data, now, history: false, progress, first, found: () => {} }))
}

function pathsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ where }) => where.map(({ path }) => path)))]
}

function kept({ kind, about, line, words, where, button, questions = [], whom }: Finding) {
  return {
    kind,
    about: clean(about),
    line: clean(line),
    words: words.map(clean),
    where: where.map((one) => ({ ...one, path: clean(one.path) })),
    button: clean(button),
    questions: questions.map(clean),
    whom: whom ?? null,
  }
}

/** Removes characters that a store cannot keep. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

function textOf(root: string, path: string): [string, string][] {
  const words = readBytes(readFileSync(join(root, path)))
  return 'text' in words && words.text.length <= MOST_SOURCE ? [[path, clean(words.text)]] : []
}

/** Writes uploaded texts below a folder; paths that would lead out of it are reported instead. */
function writeDocuments(text: string, root: string): ScanResult['unread'] | null {
  return (
    documentsIn(text)?.flatMap(({ path, text: words }) => {
      const fault = faultOf(path)
      if (fault) return [{ path, reason: fault }]
      mkdirSync(join(root, dirname(path)), { recursive: true })
      writeFileSync(join(root, path), words)
      return []
    }) ?? null
  )
}

/** Refuses paths that a program such as git would treat as its own. */
function faultOf(path: string): string | null {
  const parts = path.split('/')
  if (nameFault(path) || parts.includes('') || /[\\:\p{Cc}]/u.test(path))
    return 'Its name leads out of the folder: not read.'
  if (parts.some((part) => part.startsWith('.'))) return 'It is hidden: not read.'
  return isDocument(path) || isExportFile(path) ? null : 'It is no document: not read.'
}

function documentsIn(text: string): z.output<typeof given>['documents'] | null {
  try {
    return given.parse(JSON.parse(text)).documents
  } catch {
    return null
  }
}

function firstBytes(file: string): string {
  const bytes = Buffer.alloc(2)
  readSync(openSync(file, 'r'), bytes, 0, 2, 0)
  return bytes.toString('latin1')
}

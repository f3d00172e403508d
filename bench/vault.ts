/** How long a vault takes to read whole — links and citations resolved, names, dirt — against the floor beside it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { parse } from 'yaml'
import { readPageText, writePageText } from '../src/combination/documents/markdown/page-text.ts'
import { readVault, type VaultFile } from '../src/combination/vault/read-vault.ts'
import { splitFront } from '../src/text/index.ts'
import { type Bench, median, rounded, say } from './figures.ts'
import { type Brought, bringIn, withSpace } from './indexed-space.ts'

const ROUNDS = 5

/** Reads the vault PATH, alternating with the floor: every file read, its YAML parsed, a pattern run over its text. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which vault: npm run bench -- vault PATH')
  const paths = pathsIn(path)
  const times: Record<'read' | 'floor' | 'index', number[]> = { read: [], floor: [], index: [] }
  let vault = readVault(filesOf(path, paths))
  floor(path, paths)
  for (let round = 0; round < ROUNDS; round++) {
    times.floor.push(timed(() => floor(path, paths)))
    times.read.push(
      timed(() => {
        vault = readVault(filesOf(path, paths))
      }),
    )
    times.index.push(await indexed(path, paths))
    const [read, under, index] = [times.read, times.floor, times.index].map((all) => rounded(all.at(-1) ?? 0))
    say(`round ${round + 1}: read ${read} s, floor ${under} s, index ${index} s`)
  }
  const { counts, wanted, defects } = vault
  return {
    ...counts,
    readSeconds: rounded(median(times.read)),
    floorSeconds: rounded(median(times.floor)),
    overFloor: rounded(median(times.read.map((seconds, n) => seconds / (times.floor[n] ?? seconds)))),
    indexSeconds: rounded(median(times.index)),
    overFloorWithIndex: rounded(
      median(times.floor.map((seconds, n) => ((times.read[n] ?? 0) + (times.index[n] ?? 0)) / seconds)),
    ),
    pagesPerSecond: rounded(counts.pages / median(times.read)),
    bytesChanged: bytesChanged(path, paths),
    peakMB: rounded(peak(path)),
    wanted: wanted.length,
    defects: Object.fromEntries(
      Map.groupBy(defects, ({ kind }) => kind)
        .entries()
        .map(([kind, all]) => [kind, all.length]),
    ),
    peers: { floor: { seconds: rounded(median(times.floor)) } },
  }
}

/** The seconds that it takes to index the vault's texts as the program does: in a store on a disk, ready to be searched. */
async function indexed(path: string, paths: readonly string[]): Promise<number> {
  const documents: Brought[] = []
  readVault(filesOf(path, paths), {
    page: ({ title }, text) => documents.push({ title, text }),
    source: (title, text) => documents.push({ title, text }),
  })
  const folder = mkdtempSync(join(tmpdir(), 'vault-bench-'))
  try {
    const place = { kind: 'sqlite', file: join(folder, 'whorl.db') } as const
    return (await withSpace(place, (store) => bringIn(store, documents))).seconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most memory that reading the vault takes, in a process that does nothing else. */
function peak(path: string): number {
  const script = join(import.meta.dirname, 'vault-peak.ts')
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' })).peakMB
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

/** The Markdown files of a vault. */
export function pathsIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.md$/i.test(entry.name))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Those files with their bytes, one at a time. */
export function* filesOf(path: string, paths: readonly string[]): Generator<VaultFile> {
  for (const name of paths) yield { path: name, bytes: readFileSync(join(path, name)) }
}

/** What nobody can do without: the bytes, YAML's own parser, and a pattern for links and citations. */
function floor(path: string, paths: readonly string[]): number {
  let marks = 0
  for (const name of paths) {
    const text = readFileSync(join(path, name), 'utf8')
    const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]
    try {
      if (front) parse(front, { logLevel: 'silent' })
    } catch {}
    marks += text.match(/\[\[[^\]\n]+\]\]|\^\[[^\]]+\]/g)?.length ?? 0
  }
  return marks
}

/** Takes every page apart and puts it together again, as a rewrite does: bytes that are other than they were. */
function bytesChanged(path: string, paths: readonly string[]): number {
  let changed = 0
  for (const name of paths) {
    const before = readFileSync(join(path, name))
    const after = Buffer.from(roundTrip(before.toString('utf8')))
    for (let n = 0; n < Math.max(before.length, after.length); n++) if (before[n] !== after[n]) changed++
    if (statSync(join(path, name)).size !== before.length) changed++
  }
  return changed
}

/** A page whose front matter is broken is not rewritten: it stays as it is, and is reported. */
function roundTrip(text: string): string {
  try {
    return writePageText(readPageText(text))
  } catch {
    const parts = splitFront(text)
    return parts ? parts.open + parts.front + parts.close + parts.body : text
  }
}

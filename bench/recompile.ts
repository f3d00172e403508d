/** What it takes to bring pages in line with one changed source, beside compiling them all. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSpace, slugOf } from '../src/ba/index.ts'
import { compileTopic, READ_SOURCES, readDocument, readSources, wishReading } from '../src/combination/index.ts'
import { walkFolder } from '../src/folders/walk-folder.ts'
import { addSource } from '../src/knowledge/index.ts'
import { openJobs } from '../src/ledger/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { type Bench, median, rounded, say } from './figures.ts'
import { madeSources } from './made-sources.ts'

const SOURCES = 1000
const ROUNDS = 9
const AREA = 'open'

/** A source as it is brought: its name, its title, its text. */
export interface Brought {
  name: string
  title: string
  text: string
}

/** Compiles a page for each source's title, changes one source at a time, and compiles what depends on it. */
export const bench: Bench = async (path) => {
  const sources = path ? sourcesOf(path) : [...madeSources(SOURCES)]
  const folder = mkdtempSync(join(tmpdir(), 'whorl-recompile-'))
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'whorl.db') })
  let ids = 0
  const moment = { now: () => new Date().toISOString(), newId: () => `id-${String(++ids).padStart(8, '0')}` }
  const space = { id: 'bench', slug: 'bench', name: 'Bench' }
  const failed = (error: unknown) => {
    throw error
  }
  const jobs = openJobs(
    store,
    moment,
    { compile: compileTopic(store, moment), [READ_SOURCES]: readSources(store, moment) },
    { alone: true, failed },
  )
  const wish = () => store.write((tx) => wishReading({ tx, space, newId: moment.newId, now: moment.now() }, AREA))
  const settled = async () => {
    const began = performance.now()
    await wish()
    await jobs.settle()
    return (performance.now() - began) / 1000
  }
  try {
    await bringIn(store, sources, moment.newId)
    say(`${sources.length} sources brought in`)
    const fullSeconds = await settled()
    const pages = await countOf(store, 'page')
    say(`${pages} pages compiled in ${rounded(fullSeconds)} s`)
    const rounds: number[] = []
    const touched: number[] = []
    for (let n = 0; n < ROUNDS; n++) {
      const before = await jobs.settle()
      await change(store, Math.floor((n * sources.length) / ROUNDS), sources)
      rounds.push(await settled())
      touched.push((await jobs.settle()) - before - 1)
    }
    const seconds = median(rounds)
    return {
      recompileOverCompile: rounded(seconds / fullSeconds),
      worst: rounded(Math.max(...rounds) / fullSeconds),
      recompileSeconds: rounded(seconds),
      fullSeconds: rounded(fullSeconds),
      sources: sources.length,
      pages,
      touched: median(touched),
      peers: {},
    }
  } finally {
    await jobs.stop()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function sourcesOf(path: string): Brought[] {
  return walkFolder(path).paths.flatMap((name) => {
    const bytes = readFileSync(join(path, name))
    const document = readDocument(name, bytes)
    return 'reason' in document ? [] : [{ name, title: document.title.slice(0, 200), text: bytes.toString('utf8') }]
  })
}

const AT = '2026-01-01T00:00:00.000Z'

async function bringIn(store: Store, sources: readonly Brought[], newId: () => string): Promise<void> {
  await store.write(async (tx) => {
    const email_verified = 0
    const person = { id: 'mara', name: 'Mara', email: 'mara@example.org', email_verified, image: null }
    await tx.db
      .insertInto('person')
      .values({ ...person, created_at: AT, updated_at: AT })
      .execute()
    await makeSpace(tx, { id: 'bench', name: 'Bench', owner: 'mara', now: AT })
    const slugs = new Set<string>()
    for (const [n, { name, title, text }] of sources.entries()) {
      const shared = { space_id: 'bench', area_id: AREA }
      const unknown = { origin: null, voice: 'its own' as const, question_id: null, brought_by: 'mara' }
      const kept = { ...shared, ...unknown, id: idOf(n), name, title, kind: 'file', text, hash: `${n}`, at: AT }
      await addSource(tx, kept)
      const slug = slugIn(title)
      if (!slug || slugs.has(slug)) continue
      slugs.add(slug)
      const topic = { ...shared, id: newId(), slug, title: title.slice(0, 120), started_by: 'mara', started_at: AT }
      await tx.db.insertInto('topic').values(topic).execute()
    }
  })
}

const idOf = (n: number) => `source-${String(n).padStart(6, '0')}`

function slugIn(title: string): string {
  try {
    return slugOf(title.slice(0, 120))
  } catch {
    return ''
  }
}

/** Adds a sentence to one paragraph of a source. */
async function change(store: Store, n: number, sources: readonly Brought[]): Promise<void> {
  const text = sources[n]?.text ?? ''
  const at = /[.!?](?=\n\n)/.exec(text)
  const end = at ? at.index + 1 : text.length
  const changed = `${text.slice(0, end)} One thing more is known of it since ${n} days.${text.slice(end)}`
  await store.write(({ db }) =>
    db
      .updateTable('source')
      .set({ text: changed, hash: `changed ${n}` })
      .where('id', '=', idOf(n))
      .execute(),
  )
}

const countOf = async (store: Store, table: 'page') =>
  Number(
    (
      await store.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

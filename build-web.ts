/** Builds the pages people see from `src/web` into `dist/web`, when they have changed since the last time. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = import.meta.dirname
const anHour = 3_600_000

/** Where the pages come from, what else they depend on, and where they go. */
export type Places = { from: string; with: string[]; to: string }

const ours: Places = {
  from: join(root, 'src', 'web'),
  with: [join(root, 'vite.config.ts'), join(root, 'package-lock.json')],
  to: join(root, 'dist', 'web'),
}

/** Brings `dist/web` up to date, saying one line if that takes a build: `await buildWeb()`. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(join(ours.from, 'index.html'))) return
  await buildOnce(ours, async (folder) => {
    console.log('Building the pages once…')
    const { build } = await import('vite')
    // A test runner's environment would give people React as its developers have it, half as large again.
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    try {
      await build({
        root: ours.from,
        configFile: join(root, 'vite.config.ts'),
        mode: 'production',
        logLevel: 'error',
        build: { outDir: folder },
      })
    } finally {
      if (before === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = before
    }
    compress(join(folder, 'assets'))
  })
}

/** Puts beside every script and style what it is compressed, so that no visit waits for that. */
function compress(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => /\.(?:js|css|svg)$/.test(file))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
  }
}

/**
 * Builds when the stamp has changed, into a folder beside which then takes the old one's place: whoever comes
 * at the same time finds whole pages, the old or the new.
 */
export async function buildOnce(places: Places, build: (folder: string) => Promise<void>): Promise<void> {
  const stamp = stampOf(places)
  if (stampIn(places.to) === stamp) return
  sweep(places.to)
  const beside = `${places.to}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(beside, { recursive: true })
    await build(beside)
    writeFileSync(join(beside, '.stamp'), stamp)
    takePlace(beside, places.to, stamp)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

/** The SHA-256 over names and contents of all that the pages are made from. */
export function stampOf(places: Places): string {
  const hash = createHash('sha256')
  const within = readdirSync(places.from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of [...within, ...places.with]) {
    hash.update(`${relative(places.from, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex')
}

function stampIn(folder: string): string | undefined {
  const file = join(folder, '.stamp')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Moves the old build away and the new one in; where another start was quicker with the same pages, its stay. */
function takePlace(beside: string, to: string, stamp: string): void {
  for (let tries = 0; tries < 100; tries++) {
    if (stampIn(to) === stamp) return
    const old = `${to}.${randomBytes(6).toString('hex')}`
    moveIfThere(to, old)
    try {
      renameSync(beside, to)
      rmSync(old, { recursive: true, force: true })
      return
    } catch (error) {
      rmSync(old, { recursive: true, force: true })
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new Error(`The pages could not be put into ${to}: other builds keep taking the place.`)
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Removes what builds that were killed have left beside. */
function sweep(to: string): void {
  const parent = join(to, '..')
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    if (!path.startsWith(`${to}.`)) continue
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (Date.now() - made > anHour) rmSync(path, { recursive: true, force: true })
  }
}

/** How soon `whorl scan` on a folder has something on the screen, and how long it takes in all, in processes of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, median, rounded, say } from './figures.ts'

const ROUNDS = 3
const root = join(import.meta.dirname, '..')

/** Turns the folder PATH with a vault written, anew each round, and once more with nothing new. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder: npm run bench -- turn PATH')
  const rounds: { first: number; all: number; again: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'whorl-bench-'))
    try {
      const anew = await turned(folder, [path, '--out', join(folder, 'vault')])
      const again = await turned(folder, [path])
      rounds.push({ first: anew.first, all: anew.all, again: again.all })
      say(
        `round ${round + 1}: first ${rounded(anew.first)} s, all ${rounded(anew.all)} s, again ${rounded(again.all)} s`,
      )
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return {
    firstSeconds: rounded(median(rounds.map(({ first }) => first))),
    seconds: rounded(median(rounds.map(({ all }) => all))),
    againSeconds: rounded(median(rounds.map(({ again }) => again))),
    peers: {},
  }
}

async function turned(folder: string, words: string[]): Promise<{ first: number; all: number }> {
  const began = performance.now()
  const passed = () => (performance.now() - began) / 1000
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts'), 'scan', ...words], {
    cwd: root,
    env: { ...process.env, WHORL_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let first = Number.NaN
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
    if (Number.isNaN(first) && /^1 /m.test(said)) first = passed()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`whorl scan ended with ${code}: ${said}`)
  return { first: Number.isNaN(first) ? passed() : first, all: passed() }
}

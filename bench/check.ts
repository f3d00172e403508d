/** How long `whorl check` looks at a folder of pages, from the files to the list of problems: PATH, or 5,000 made pages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkFolder } from '../src/folders/check/check-folder.ts'
import { type Bench, median, rounded, say } from './figures.ts'
import { madePages } from './made-pages.ts'

const ROUNDS = 5
const MADE = 5000

/** Checks the folder PATH, if one is given, and as many made pages as the figure is asked for. */
export const bench: Bench = async (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'whorl-bench-'))
  try {
    for (const { path: name, bytes } of madePages(MADE)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const made = checked(folder)
    return { ...(path && { given: checked(path) }), made, seconds: made.seconds ?? 0, peers: {} }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function checked(path: string) {
  const times: number[] = []
  let last = checkFolder({ path, now: new Date().toISOString() })
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    last = checkFolder({ path, now: new Date().toISOString() })
    times.push((performance.now() - began) / 1000)
    say(`round ${round + 1}: ${rounded(times.at(-1) ?? 0)} s`)
  }
  const kinds: Record<string, number> = {}
  for (const { rule } of last.problems) kinds[rule] = (kinds[rule] ?? 0) + 1
  return {
    documents: last.counts.documents,
    seconds: rounded(median(times)),
    worst: rounded(Math.max(...times)),
    problems: kinds,
  }
}

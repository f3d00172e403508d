/** `absence PATH`: the absence factor of each history in a folder of `*.log.gz` with `*.files.gz` beside them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { absenceFactor, authorshipOf, readGitLog } from '../src/socialisation/index.ts'
import { type Bench, rounded, say } from './figures.ts'

const MADE = 50_000

/** Prints each history's factor and seconds, and the seconds for a made one of 50,000 commits, beyond `git log` itself. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder: npm run bench -- absence PATH')
  const factors: Record<string, number> = {}
  const began = performance.now()
  for (const name of readdirSync(path).filter((file) => file.endsWith('.log.gz'))) {
    const files = new Set(linesOf(join(path, name.replace('.log.gz', '.files.gz'))).filter(Boolean))
    const { commits } = readGitLog(linesOf(join(path, name)))
    factors[name.replace('.log.gz', '')] = absenceFactor(authorshipOf(commits, (file) => files.has(file))).factor
    say(`${name}: ${factors[name.replace('.log.gz', '')]}`)
  }
  const seconds = rounded((performance.now() - began) / 1000)
  return { factor: factors, seconds, made: { commits: MADE, seconds: secondsForMade() }, peers: {} }
}

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n')

/** A history by forty people on four thousand files, five files a commit, always the same. */
function secondsForMade(): number {
  const lines: string[] = []
  for (let n = 0; n < MADE; n++) {
    lines.push(`@@${n}\tPerson ${(n * 7) % 40}\tp${(n * 7) % 40}@example.org\t${1_500_000_000 + n * 600}`, '')
    for (let k = 0; k < 5; k++) lines.push(`M\tsrc/folder-${(n + k) % 80}/file-${(n * 13 + k * 101) % 4000}.ts`)
  }
  const began = performance.now()
  const { commits } = readGitLog(lines)
  absenceFactor(authorshipOf(commits))
  return rounded((performance.now() - began) / 1000)
}

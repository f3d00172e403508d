/** What `npm test` does: the pages are brought up to date, then Vitest runs with the words given: `npm test -- rooms`. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'
import { quickFolder } from './test/quick-folder.ts'

await buildWeb()
// All temporary files of the run are in two folders, which go with it: one from which programs can be run, and a quick one.
const [folder, quick] = [ownFolder(tmpdir()), ownFolder(quickFolder())]
const words = process.argv.slice(2)
const vitest = join(import.meta.dirname, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', ...words], {
  stdio: 'inherit',
  cwd: import.meta.dirname,
  env: {
    ...process.env,
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    WHORL_TEST_QUICK: quick,
    WHORL_TEST_KEEP: tmpdir(),
    WHORL_TEST_STORIES: process.env.WHORL_CHECK === '1' || words.length > 0 ? 'all' : 'few',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, 'node_modules', '.cache', 'whorl'),
  },
})
// Ctrl-C reaches Vitest by itself: we wait for it to clear up.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  for (const each of [folder, quick]) rmSync(each, { recursive: true, force: true, maxRetries: 10 })
  process.exit(code ?? 1)
})

/** Makes a folder of this run's own. Others may pass through, not look in. */
function ownFolder(place: string): string {
  const made = mkdtempSync(join(place, 'whorl-tests-'))
  chmodSync(made, 0o711)
  return made
}

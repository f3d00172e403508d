/** What `npm test` does: the pages are brought up to date, then Vitest runs with the words given: `npm test -- rooms`. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'

await buildWeb()
// All temporary files of the run are in one folder, which goes with it. Others may pass through, not look in.
const folder = mkdtempSync(join(tmpdir(), 'whorl-tests-'))
chmodSync(folder, 0o711)
const vitest = join(import.meta.dirname, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: import.meta.dirname,
  env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, WHORL_TEST_KEEP: tmpdir() },
})
// Ctrl-C reaches Vitest by itself: we wait for it to clear up.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  process.exit(code ?? 1)
})

/** What `npm run check` does: all that a change must pass, cheapest first; the first failure ends it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

process.env.WHORL_CHECK = '1'
const bin = (name: string) => join(import.meta.dirname, 'node_modules', name)
const vitest = [bin('vitest/vitest.mjs'), 'run', '--project', 'once']

step('types', [bin('typescript/bin/tsc')])
step('form and lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'])
step('unused code', [bin('knip/bin/knip.js')])
step('rooms', [...vitest, 'test/rooms.test.ts'])
step('documents', [...vitest, 'test/docs.test.ts'])
step('our own pages', [join(import.meta.dirname, 'bin', 'whorl.js'), 'check', 'docs'])

console.log('tests:')
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'test.ts')], { stdio: 'inherit' })
process.exitCode = status ?? 1

/** Runs one step without a word; only a failing one is let speak. */
function step(name: string, args: string[]) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
    maxBuffer: 1 << 28,
  })
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${took})`)
  if (status === 0) return
  console.log(stdout + stderr)
  process.exit(1)
}

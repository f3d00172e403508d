import { spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { say } from './closing-line.ts'
import { root } from './source.ts'
import { freshFolder } from './stores.ts'

test('What was left out is told before the last line', () => {
  const lines = say({ passed: 3, failed: 0, skipped: 2, leftOut: new Map([['Left out: the moon.', 2]]) }).split('\n')
  expect(lines).toContain('!! Left out: the moon. (2 tests not run)')
  expect(lines.at(-2)).toBe('3 passed, 0 failed, 2 skipped')
})

test('The counts are the last line, and count what failed outside of tests too', () => {
  const { status, stdout } = runVitestOn({
    'tests.test.ts': 'test("a", () => {}); test.skip("b", () => {}); test("c", () => expect(1).toBe(2))',
    'unreadable.test.ts': 'throw new Error("no")',
    'late.test.ts': `test("d", async () => {
      setTimeout(() => { throw new Error("late") })
      await new Promise((done) => setTimeout(done, 50))
    })`,
  })
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 passed, 3 failed, 1 skipped')
  expect(status).toBe(1)
})

test('A check fails when something was left out', () => {
  const { status, stdout } = runVitestOn(
    { 'a.test.ts': 'test("a", ({ skip }) => skip("Left out: the moon."))' },
    { WHORL_CHECK: '1' },
  )
  expect(stdout).toContain('!! Left out: the moon. (1 test not run)')
  expect(status).toBe(1)
})

function runVitestOn(files: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  const folder = freshFolder()
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, test } from 'vitest'\n${text}`)
  }
  const reporter = join(root, 'test', 'closing-line.ts')
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `export default { test: { reporters: ['default', ${JSON.stringify(reporter)}], pool: 'threads' } }`,
  )
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      WHORL_CHECK: '0',
      ...env,
      VITEST: undefined,
      VITEST_WORKER_ID: undefined,
      NODE_ENV: undefined,
    },
  })
}

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// A server that a test starts must never find the real store.
delete process.env.DATABASE_URL

/** What runs on a store runs on both; what needs none runs once. */
const onAStore = 'test/**/*.story.ts'
/** What PostgreSQL alone does. */
const onPostgresOnly = 'test/postgres-goes.story.ts'
/** A screen does not know which store there is: one whole whorl is turned in a browser on both, the rest on one. */
const inABrowser = 'test/!(one-whorl)-in-a-browser.story.ts'
/**
 * What `npm test` runs on PostgreSQL: stories in which the engines differ or race, and those that run most statements
 * for the time they take. The check runs all.
 */
const onPostgresToo = [
  'acts',
  'command-line',
  'ledger',
  'old-journal',
  'one-whorl',
  'postgres-goes',
  'search',
  'search-engine',
  'statements',
  'stores',
].map((name) => `test/${name}.story.ts`)
for (const story of onPostgresToo)
  if (!existsSync(join(import.meta.dirname, story))) throw new Error(`${story} is not there any more.`)
const few = process.env.WHORL_TEST_STORIES === 'few'
/**
 * In the check a test that failed is tried once more, and said to have been: of 7,000 tests, some hundred of them whole
 * stories in a browser, one in three runs on a busy machine met one that waited too short. A fault fails twice.
 */
const retry = process.env.WHORL_CHECK === '1' ? 1 : 0

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    pool: 'forks',
    isolate: false,
    // A third of the time a test waits, for its browser, its database or a program: one more works meanwhile.
    maxWorkers: availableParallelism() + 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // What is awaited comes, however busy the machine is.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    retry,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [onAStore],
          exclude: [onPostgresOnly],
          env: { WHORL_TEST_STORE: 'sqlite' },
          globalSetup: 'test/sqlite-ground.ts',
          setupFiles: 'test/clear-up.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: few ? onPostgresToo : [onAStore],
          exclude: [inABrowser],
          env: { WHORL_TEST_STORE: 'postgres' },
          globalSetup: 'test/postgres-ground.ts',
          setupFiles: 'test/clear-up.ts',
          runner: './test/runs-with-a-ground.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'once',
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          setupFiles: 'test/clear-up.ts',
        },
      },
    ],
  },
})

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A server that a test starts must never find the real store.
delete process.env.DATABASE_URL

/** What runs on a store runs on both; what needs none runs once. */
const onAStore = 'test/**/*.story.ts'
/** A screen does not know which store there is: one whole whorl is turned in a browser on both, the rest on one. */
const inABrowser = 'test/!(one-whorl)-in-a-browser.story.ts'
/** Stories that say nothing to a store that others do not: on PostgreSQL they run in `npm run check`, or when named. */
const saysNothingOfItsOwn = [
  ...['answered-or-not', 'apart', 'areas', 'attacks', 'command-line', 'hostile-folders', 'hostile-turns', 'humane'],
  ...['mcp-by-stdio', 'search-as-typed', 'serve', 'sync', 'vault-command'],
].map((name) => `test/${name}.story.ts`)
const leftToTheCheck = process.env.WHORL_TEST_STORIES === 'few' ? saysNothingOfItsOwn : []

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    pool: 'forks',
    isolate: false,
    // A third of the time a test waits, for its browser, its database or a program: one more works meanwhile.
    maxWorkers: availableParallelism() + 1,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // What is awaited comes, however busy the machine is.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [onAStore],
          env: { WHORL_TEST_STORE: 'sqlite' },
          globalSetup: 'test/sqlite-ground.ts',
          setupFiles: 'test/clear-up.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [onAStore],
          exclude: [inABrowser, ...leftToTheCheck],
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

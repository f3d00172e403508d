import { inject, TestRunner, type TestRunnerConfig } from 'vitest'

const noTest = /(?!)/

/** Runs the tests when there is a PostgreSQL for them, and has Vitest skip every one when there is none. */
export default class RunsWithAGround extends TestRunner {
  constructor(config: TestRunnerConfig) {
    super(inject('ground').kind === 'none' ? { ...config, testNamePattern: noTest } : config)
  }
}

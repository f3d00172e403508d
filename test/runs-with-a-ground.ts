import { inject, TestRunner, type TestRunnerConfig } from 'vitest'

const noTest = /(?!)/

/** A Vitest runner that skips all tests if there is no PostgreSQL for them. */
export default class RunsWithAGround extends TestRunner {
  constructor(config: TestRunnerConfig) {
    super(inject('ground').kind === 'none' ? { ...config, testNamePattern: noTest } : config)
  }
}

import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import { leftOut } from './ground.ts'

/** The result of a run; `failed` includes files that did not run and errors outside tests. */
export type Outcome = {
  passed: number
  failed: number
  skipped: number
  leftOut: Map<string, number>
  /** The failed tests in the order of their ends, each with the first line of its error. */
  failures?: string[]
}

/** Prints what was left out, then as the last line `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  #outcome: Outcome | undefined

  onInit() {
    process.on('exit', (code) => {
      writeSync(1, say(this.#outcome ?? { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, leftOut: new Map() }))
    })
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]) {
    this.#outcome = count(modules, errors)
    if (this.#outcome.leftOut.size > 0 && process.env.WHORL_CHECK === '1') process.exitCode = 1
  }
}

/** Counts the tests of a run by result. */
export function count(modules: readonly TestModule[], errors: readonly unknown[]): Outcome {
  const outcome: Outcome = { passed: 0, failed: errors.length, skipped: 0, leftOut: new Map() }
  for (const module of modules) {
    const tests = [...module.children.allTests()]
    for (const test of tests) countOne(test, outcome)
    if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) outcome.failed++
  }
  return outcome
}

function countOne(test: TestCase, outcome: Outcome) {
  const result = test.result()
  if (result.state === 'passed') outcome.passed++
  else if (result.state === 'failed') {
    outcome.failed++
    const [first = ''] = (result.errors?.[0]?.message ?? '').split('\n')
    outcome.failures = [...(outcome.failures ?? []), `${test.project.name} ${test.fullName}: ${first.slice(0, 160)}`]
  } else outcome.skipped++
  const note = result.state === 'skipped' ? (result.note ?? withoutGround(test)) : undefined
  if (note?.startsWith(leftOut)) outcome.leftOut.set(note, (outcome.leftOut.get(note) ?? 0) + 1)
}

/** The note of a project that was skipped because its store is not available. */
function withoutGround(test: TestCase): string | undefined {
  const { ground } = test.project.getProvidedContext()
  return ground?.kind === 'none' ? leftOut + ground.why : undefined
}

/** Formats the result; what was left out comes first, between rules. */
export function say({ passed, failed, skipped, leftOut, failures = [] }: Outcome): string {
  const lines = [`${passed} passed, ${failed} failed, ${skipped} skipped`]
  // The first failures often cause the rest, and have scrolled away in a long run.
  if (failures.length > 0) lines.unshift('Failed first:', ...failures.slice(0, 5).map((one) => `  ${one}`))
  if (leftOut.size > 0) {
    const notes = [...leftOut].map(([note, tests]) => `!! ${note} (${tests} ${tests === 1 ? 'test' : 'tests'} not run)`)
    const rule = '!'.repeat(80)
    lines.unshift(rule, ...notes, ...(process.env.WHORL_CHECK === '1' ? ['!! So this check fails.'] : []), rule, '')
  }
  return `${lines.join('\n')}\n`
}

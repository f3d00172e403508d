import { onTestFinished, TestRunner } from 'vitest'

const left: (() => Promise<void> | void)[] = []

/**
 * Registers a clean-up for the end of the test, or, called in a file's hook, of the file:
 * `afterwards(() => store.close())`.
 */
export function afterwards(what: () => Promise<void> | void): void {
  if (TestRunner.getCurrentTest()) onTestFinished(what)
  else left.push(what)
}

/** Runs the file's clean-ups, the last registered first. */
export async function clearUp(): Promise<void> {
  for (let what = left.pop(); what; what = left.pop()) await what()
}

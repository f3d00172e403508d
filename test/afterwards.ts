import { onTestFinished, TestRunner } from 'vitest'

const cleanUps: (() => Promise<void> | void)[] = []

/**
 * Registers a clean-up for the end of the test, or, called in a file's hook, of the file:
 * `afterwards(() => store.close())`.
 */
export function afterwards(cleanUp: () => Promise<void> | void): void {
  if (TestRunner.getCurrentTest()) onTestFinished(cleanUp)
  else cleanUps.push(cleanUp)
}

/** Runs the file's clean-ups, the last registered first. */
export async function clearUp(): Promise<void> {
  for (let cleanUp = cleanUps.pop(); cleanUp; cleanUp = cleanUps.pop()) await cleanUp()
}

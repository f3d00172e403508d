import { onTestFinished, TestRunner } from 'vitest'

const left: (() => Promise<void> | void)[] = []

/** Does something when the test is over, or, asked in a file's hook, when the file is: `afterwards(() => store.close())`. */
export function afterwards(what: () => Promise<void> | void): void {
  if (TestRunner.getCurrentTest()) onTestFinished(what)
  else left.push(what)
}

/** Does all that was left for the end of the file, the last first. */
export async function clearUp(): Promise<void> {
  for (let what = left.pop(); what; what = left.pop()) await what()
}

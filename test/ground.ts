import { tmpdir } from 'node:os'

/** What the tests stand on: made once a run by the global setups, told to the tests by Vitest. */
export type Ground =
  | { kind: 'sqlite'; template: string }
  | { kind: 'postgres'; url: string; template: string; prefix: string }
  | { kind: 'none'; why: string }

declare module 'vitest' {
  interface ProvidedContext {
    ground: Ground
  }
}

/** Begins the note of a test that could not be run on this machine; the closing line tells it aloud. */
export const leftOut = 'Left out: '

/** Where things are kept from run to run (the unpacked browser, pictures): what else is temporary goes with its run. */
export function keptFolder(): string {
  return process.env.WHORL_TEST_KEEP ?? tmpdir()
}

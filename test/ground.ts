import { tmpdir } from 'node:os'

/** The template store of a run, made by the global set-up and provided to tests by Vitest. */
export type Ground =
  | { kind: 'sqlite'; template: string }
  | { kind: 'postgres'; url: string; template: string; prefix: string }
  | { kind: 'none'; why: string }

declare module 'vitest' {
  interface ProvidedContext {
    ground: Ground
  }
}

/** The prefix of the note of a test that this machine cannot run, shown by the closing line. */
export const leftOut = 'Left out: '

/** The folder for files that outlive a run: the unpacked browser, screenshots. */
export function keptFolder(): string {
  return process.env.WHORL_TEST_KEEP ?? tmpdir()
}

import type { Act } from '../ba/index.ts'

/** The dependencies of this door, passed by `main`. */
export interface Hands {
  acts: readonly Act[]
  newId: () => string
  log: (fault: { id: string; what: string; error: unknown }) => void
}

/** One agent's connection, with its person and space. */
export interface Connection {
  /** The name its person gave it; otherwise it is called what it calls itself. */
  agent?: string
  /** Performs an act as its person, in the connection's space. */
  does: (act: Act, input: unknown) => Promise<Record<string, unknown>>
  /** The address of the space's pages, such as `http://localhost:4747/ours`. */
  address: () => Promise<string>
  /** Scans a folder of this machine, for an agent that runs on it. */
  scan?: (path: string) => Promise<Record<string, unknown>>
}

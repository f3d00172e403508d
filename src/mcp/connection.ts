import type { Act } from '../ba/index.ts'

/** What `main` hands to this door, however agents come. */
export interface Hands {
  acts: readonly Act[]
  newId: () => string
  log: (fault: { id: string; what: string; error: unknown }) => void
}

/** One agent's connection: whose it is and where, settled before it speaks. */
export interface Connection {
  /** What its person calls it; where nobody has said, it is called what it calls itself. */
  agent?: string
  /** Does an act as its person, in the one space of the connection. */
  does: (act: Act, input: unknown) => Promise<Record<string, unknown>>
  /** The address of the space's pages, such as `http://localhost:4747/ours`. */
  address: () => Promise<string>
  /** Scans a folder of this machine: only for an agent that runs on it. */
  scan?: (path: string) => Promise<Record<string, unknown>>
}

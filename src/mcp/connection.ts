import type { Act } from '../ba/index.ts'

/** The functions that `main` passes to this door, for either transport. */
export interface Hands {
  acts: readonly Act[]
  newId: () => string
  log: (fault: { id: string; what: string; error: unknown }) => void
}

/** One agent's connection, with person and space fixed. */
export interface Connection {
  /** The name its person gave it; otherwise it uses its own. */
  agent?: string
  /** Does an act as its person, in the one space of the connection. */
  does: (act: Act, input: unknown) => Promise<Record<string, unknown>>
  /** The address of the space's pages, such as `http://localhost:4747/ours`. */
  address: () => Promise<string>
  /** Scans a local folder; only for an agent on this machine. */
  scan?: (path: string) => Promise<Record<string, unknown>>
}

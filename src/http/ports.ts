import type { Act, Live, Perform, SignIn } from '../ba/index.ts'

/** What `main` hands to the door. */
export interface Ports {
  acts: readonly Act[]
  perform: Perform
  signIn: SignIn
  /** What changes, as it happens. */
  live: Live
  /** How often a stream says that it is there, where not every 25 seconds. */
  heartbeatMs?: number
  /** Answers the agents that come to `/mcp`. */
  agents: (request: Request) => Promise<Response>
  /** The folder of built pages. */
  web: string
  /** The word by which the data folder's owner speaks, from this machine. */
  ownerToken: string
  newId: () => string
  log: (fault: { id: string; what: string; error: unknown }) => void
}

import type { Act, Live, Perform, Requests, SignIn } from '../ba/index.ts'
import type { Proxies } from './client-address.ts'

/** The dependencies of the HTTP server, passed by `main`. */
export interface Ports {
  acts: readonly Act[]
  perform: Perform
  signIn: SignIn
  requests: Requests
  /** The live stream of changes. */
  live: Live
  /** The heartbeat of a stream; 25 seconds by default. */
  heartbeatMs?: number
  /** Answers agents at `/mcp`. */
  agents: (request: Request) => Promise<Response>
  /**
   * The origin that people use, such as `https://whorl.example.org`, where a proxy stands in front.
   */
  site?: string | undefined
  /** Which peers are proxies that may name a client's address; by default none. */
  proxies?: Proxies
  /** The folder of the built web app. */
  web: string
  /** The token by which the data folder's owner calls from this machine. */
  ownerToken: string
  newId: () => string
  log: (fault: { id: string; what: string; error: unknown }) => void
}

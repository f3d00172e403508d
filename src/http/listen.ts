import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Seen } from './guard.ts'

const GRACE_MS = 5000
const IDLE_MS = 50
/**
 * An idle connection is kept for longer than a reverse proxy keeps one (nginx 60 s, Caddy 120 s):
 * were it closed first, a request that the proxy sends at that moment would be lost (502).
 */
const KEEP_ALIVE_MS = 130_000

/**
 * Listens on a port. Returns the port and a graceful stop: no new requests, and running ones finish
 * first.
 */
export function listen(
  app: Hono<Seen>,
  { host, port }: { host: string; port: number },
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken. Stop what listens there, or choose another with PORT=…`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : port, stop: () => stop(server) })
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    // A keep-alive connection becomes idle when its last request ends.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}

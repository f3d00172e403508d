/** A local HTTP server in place of the public internet, and a `Reach` that allows it alone. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Reach, theWorld } from '../src/combination/index.ts'
import { afterwards } from './afterwards.ts'

/** A canned HTTP response. */
interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Opens the server; `answers` has its response for each path. */
export async function answeringPlace(answers: Record<string, Answer>): Promise<{ url: string; reach: Reach }> {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body = '' } = answers[request.url ?? ''] ?? { status: 404 }
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const { port } = server.address() as AddressInfo
  const reach: Reach = {
    resolve: async (name) => (name === 'docs.test' ? ['127.0.0.1'] : []),
    mayReach: (address, at) => (address === '127.0.0.1' && at === port) || theWorld.mayReach(address, at),
  }
  return { url: `http://docs.test:${port}`, reach }
}

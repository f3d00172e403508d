import { Agent, get, type IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Seen } from './guard.ts'
import { listen } from './listen.ts'

const CADDY_SECONDS = 120

test('An idle connection is kept for longer than a reverse proxy keeps one, and ends with the server', async () => {
  const app = new Hono<Seen>()
  app.get('/', (c) => c.text('here'))
  const { port, stop } = await listen(app, { host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: true })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ agent, host: '127.0.0.1', port }, resolve).once('error', reject)
  })
  answer.resume()
  const [, seconds] = /timeout=(\d+)/.exec(String(answer.headers['keep-alive'])) ?? []
  expect(Number(seconds)).toBeGreaterThan(CADDY_SECONDS)
  await stop()
  agent.destroy()
})

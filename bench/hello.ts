/** The peer of `load`: a Hono app, by the adaptor that Whorl uses, that answers with one ready text and does nothing else. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'

const text = readFileSync(process.argv[2] ?? '', 'utf8')
const app = new Hono()
app.get('/*', (c) => c.body(text, 200, { 'content-type': 'application/json' }))
const server = createAdaptorServer({ fetch: app.fetch })
server.listen(0, '127.0.0.1', () => {
  console.log(`Hello is open at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.once('SIGTERM', () => process.exit(0))

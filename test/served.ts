/** A Whorl server in this process, on a fresh store of the project's kind, for browser stories. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { buildWeb } from '../build-web.ts'
import { makeFounding } from '../src/ba/index.ts'
import { listen, openDoor, proxiesOf } from '../src/http/index.ts'
import { agentsByHttp } from '../src/mcp/index.ts'
import { openWhorl, type Whorl } from '../src/whorl.ts'
import { afterwards } from './afterwards.ts'
import type { Outside } from './house.ts'
import { madePlace } from './stores.ts'

/** A running server: its URL, the link for its first visitor, and its internal errors. */
export interface Served {
  url: string
  foundingLink: string
  whorl: Whorl
  faults: unknown[]
}

/** Starts a Whorl server on a free port; it stops when the test is over. */
export async function serve({ model = null, reach, site }: Outside & { site?: string } = {}): Promise<Served> {
  await buildWeb()
  const place = await madePlace()
  const root = fileURLToPath(new URL('..', import.meta.url))
  const faults: unknown[] = []
  const log = (fault: { error: unknown }) => void faults.push(fault.error)
  const now = () => new Date().toISOString()
  const whorl = await openWhorl({
    place,
    secret: uuidv7(),
    secure: site?.startsWith('https:') ?? false,
    root,
    scratch: tmpdir(),
    model,
    now,
    newId: uuidv7,
    log,
    ...(reach && { reach }),
  })
  const ports = { ...whorl, newId: uuidv7, log }
  const agents = agentsByHttp({ ...ports, agent: whorl.signIn.agent, url: site, names: site ? null : ['localhost'] })
  const network = { site, ...(site && { proxies: proxiesOf('loopback') }) }
  const door = openDoor({ ...ports, ...network, agents, web: join(root, 'dist/web'), ownerToken: uuidv7() })
  const listening = await listen(door, { host: 'localhost', port: 0 })
  afterwards(async () => {
    await listening.stop()
    await whorl.close()
  })
  const url = `http://localhost:${listening.port}`
  const token = await whorl.store.write((tx) => makeFounding(tx, { now: now(), newId: uuidv7 }))
  return { url, foundingLink: `${url}/enter#${token}`, whorl, faults }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  type Act,
  absent,
  type Caller,
  inPresentWords,
  type News,
  type Refusal,
  refusalOf,
  unfit,
} from '../ba/index.ts'
import { authDoor } from './auth.ts'
import { CHANGED, changedBy } from './changed.ts'
import { addressOf } from './client-address.ts'
import { answerFault, answerRefusal } from './errors.ts'
import { answerFile } from './files.ts'
import { guarded, guardFor, type Seen } from './guard.ts'
import { inputOf } from './input.ts'
import { liveAnswer } from './live.ts'
import { openApi } from './open-api.ts'
import { pages } from './pages.ts'
import type { Ports } from './ports.ts'

const MOST_BYTES = 8 * 1024 * 1024
/** The header in which a client names its time zone: `Europe/Zurich`. */
const ZONE = 'whorl-zone'

/** Opens the HTTP server's app. Tests call its `fetch` in process. */
export function openDoor(ports: Ports): Hono<Seen> {
  const acts = actsByName(ports.acts)
  const app = new Hono<Seen>()
  app.use(guardFor(ports.site))
  // Only requests with a body: reading it forces Hono to build a full Request.
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', limited)
  app.get('/health', (c) => c.json({ ok: true }))
  app.get('/api/openapi.json', (c) => {
    countStranger(ports, c)
    return c.json(openApi(ports.acts))
  })
  app.route('/api/auth', authDoor(ports))
  app.get('/api/:space/live', (c) =>
    liveAnswer(ports, {
      space: c.req.param('space'),
      by: whoCalls(ports, c.req.header('authorization'), c.req.header('cookie')),
      // A browser sends the header only when it reopens a broken stream.
      after: c.req.header('last-event-id') ?? c.req.query('after'),
    }),
  )
  app.on(['GET', 'POST'], '/api/:space/:act', async (c) => {
    const act = acts.get(c.req.param('act'))
    if (!act) throw absent('act', 'act')
    const place = c.req.param('space')
    if ((act.scope === 'house') !== (place === 'house')) throw absent('act', 'act')
    if (c.req.method === 'GET' && !act.reads) throw unfit('method', 'This act writes.', 'Send it by POST.')
    const by = whoCalls(ports, c.req.header('authorization'), c.req.header('cookie'))
    const { key, ...said } = await inputOf(c.req, act)
    const input = inPresentWords(act, c.req.param('act'), said)
    if (key !== undefined && typeof key !== 'string')
      throw unfit('key', 'It is not text.', 'Send a fresh UUID for each wish.')
    // The folder's owner calls through a local door, which names itself.
    const door = by !== 'folder-owner' ? 'http' : c.req.header('x-whorl-door') === 'mcp' ? 'mcp' : 'cli'
    let news: readonly News[] | undefined
    const onChanged = act.reads
      ? undefined
      : (of: readonly News[]) => {
          news = of
        }
    const zone = c.req.header(ZONE)
    const done = await ports.perform({ act, space: place, input, by, door, key, zone, told: onChanged })
    return guarded(c, JSON.stringify(done), news && { [CHANGED]: changedBy(news) })
  })
  app.get('/api/:space/:act/file', async (c) => {
    const act = acts.get(c.req.param('act'))
    if (!act?.file) throw absent('act', 'act')
    const by = whoCalls(ports, c.req.header('authorization'), c.req.header('cookie'))
    const input = await inputOf(c.req, act)
    const space = c.req.param('space')
    return answerFile(c, (after) =>
      ports.perform({
        act,
        space,
        input: after === undefined ? input : { ...input, after },
        by,
        door: 'http',
        zone: c.req.header(ZONE),
      }),
    )
  })
  for (const path of ['/mcp', '/mcp/']) {
    app.all(path, async (c) => {
      const answer = await ports.agents(c.req.raw)
      if (answer.status === 401) countStranger(ports, c)
      return answer
    })
  }
  // An app page here would be read as the metadata of an OAuth server, which there is none of.
  for (const path of ['/api/*', '/mcp/*', '/.well-known/*']) {
    app.all(path, () => {
      throw absent('address', 'address')
    })
  }
  app.route('/', pages(ports.web))
  app.onError((error, c) => {
    const refusal = refusalOf(error)
    if (refusal) return answerRefusal(refusal.field === 'session' ? asStranger(ports, c, refusal) : refusal)
    const id = ports.newId()
    ports.log({ id, what: `${c.req.method} ${c.req.path}`, error })
    return answerFault(id)
  })
  return app
}

/** Counts a request of somebody who is not signed in. */
const countStranger = (ports: Ports, c: Context<Seen>) =>
  ports.requests.ofAddress(addressOf(c, ports.proxies ?? (() => false)))

/** The refusal of a request without a session: of too many ones, that. */
function asStranger(ports: Ports, c: Context<Seen>, refusal: Refusal): Refusal {
  try {
    countStranger(ports, c)
    return refusal
  } catch (error) {
    return refusalOf(error) ?? refusal
  }
}

/** Acts by their present and former names. */
const actsByName = (acts: readonly Act[]): ReadonlyMap<string, Act> =>
  new Map([
    ...acts.flatMap((act) => (act.formerly ? [[act.formerly.name, act] as const] : [])),
    ...acts.map((act) => [act.name, act] as const),
  ])

const limited = bodyLimit({ maxSize: MOST_BYTES, onError: () => answerRefusal(tooBig()) })

const tooBig = () => unfit('body', 'It is larger than 8 MiB.', 'Send less at once.')

function whoCalls(ports: Ports, bearer: string | undefined, cookies: string | undefined): Caller {
  if (bearer !== undefined && equalSecrets(bearer, `Bearer ${ports.ownerToken}`)) return 'folder-owner'
  return ports.signIn.session(bearer === undefined ? cookies : undefined)
}

/** Compares secrets in constant time. */
const equalSecrets = (given: string, right: string) => timingSafeEqual(digest(given), digest(right))

const digest = (text: string) => createHash('sha256').update(text).digest()

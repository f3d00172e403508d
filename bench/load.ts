/** How much a page and an act cost: reading a page against a bare answer, a writing act against a bare insert. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actsAgainstInsert } from './acts.ts'
import { type Bench, median, rounded, say } from './figures.ts'
import { inDatabase, inFolder } from './in-place.ts'
import { makeSpace } from './made-space.ts'
import { type Asked, answerBytes, answersPerSecond } from './requests.ts'
import { enter, type Server, startHello, startWhorl, UNBOUND, untilSaid, type Visitor } from './server.ts'

const ROUNDS = 15
const SECONDS = 1
const WARM_UP_SECONDS = 2

/** Measures both on SQLite in a temporary folder on PATH's disk, and on PostgreSQL where an address is given. */
export const bench: Bench = async (path = tmpdir()) => {
  const { peers, ...figures } = await inFolder(path, (folder) => measure(folder))
  const address = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (!address) return { ...figures, peers }
  const postgres = await inFolder(path, (folder) => inDatabase(address, (database) => measure(folder, database)))
  return { ...figures, peers, postgres }
}

async function measure(folder: string, database?: string) {
  const data = join(folder, 'data')
  const whorl = await startWhorl(data, database, UNBOUND)
  let made: Awaited<ReturnType<typeof makeTeam>>
  let page: Awaited<ReturnType<typeof pageAgainstHello>>
  try {
    made = await makeTeam(whorl)
    page = await pageAgainstHello(whorl, made, folder)
  } finally {
    await whorl.stop()
  }
  const acts = await actsAgainstInsert({ folder, data, database, ...made })
  return { ...page.figures, ...acts.figures, peers: { ...page.peers, ...acts.peers } }
}

async function makeTeam(whorl: Server) {
  say('making a space through the acts…')
  const link = await untilSaid(whorl, /\S+\/enter#\S+/)
  const mara = await enter(whorl, link, { name: 'Mara', spaceName: 'Edge team' })
  const { path } = await mara.does('invite', {})
  const ben = await enter(whorl, path, { name: 'Ben' })
  const { page, topics } = await makeSpace(mara)
  return { mara, ben, page, topics }
}

async function pageAgainstHello(whorl: Server, { ben, page }: { ben: Visitor; page: string }, folder: string) {
  const asked: Asked = { port: whorl.port, path: `/api/${ben.space}/read-page?topic=${page}`, cookie: ben.cookie }
  const text = await fetch(`http://127.0.0.1:${whorl.port}${asked.path}`, { headers: { cookie: ben.cookie } })
  const body = await text.text()
  check(body)
  writeFileSync(join(folder, 'page.json'), body)
  const hello = await startHello(join(folder, 'page.json'))
  try {
    const sides = {
      page: { server: whorl, asked, bytes: await answerBytes(asked) },
      hello: { server: hello, ...(await helloOf(hello)) },
    }
    for (const side of Object.values(sides)) await answersPerSecond(side.asked, side.bytes, WARM_UP_SECONDS)
    const rates: Record<'page' | 'hello' | 'ratio' | 'cpuRatio' | 'helloBusy', number[]> = {
      page: [],
      hello: [],
      ratio: [],
      cpuRatio: [],
      helloBusy: [],
    }
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await measured(sides.page), await measured(sides.hello)]
      rates.page.push(one.perSecond)
      rates.hello.push(other.perSecond)
      rates.ratio.push(one.perSecond / other.perSecond)
      rates.cpuRatio.push(other.cpuEach / one.cpuEach)
      rates.helloBusy.push(other.senderBusy)
      say(`round ${round + 1}: page ${rounded(one.perSecond)}/s, hello ${rounded(other.perSecond)}/s`)
    }
    return {
      figures: {
        pageOverHello: rounded(median(rates.page) / median(rates.hello)),
        pageOverHelloByCpu: rounded(median(rates.cpuRatio)),
        pagesPerSecond: rounded(median(rates.page)),
        pageBytes: Buffer.byteLength(body),
      },
      peers: { hello: { perSecond: rounded(median(rates.hello)), senderBusy: rounded(median(rates.helloBusy)) } },
    }
  } finally {
    await hello.stop()
  }
}

async function helloOf(hello: Server) {
  const asked: Asked = { port: hello.port, path: '/hello' }
  return { asked, bytes: await answerBytes(asked) }
}

type Side = { server: Server; asked: Asked; bytes: number }

/** One round: answers a second, the server's processor time for each, and how busy this process was with sending. */
async function measured({ server, asked, bytes }: Side) {
  const [before, mine, began] = [server.cpuSeconds(), process.cpuUsage(), performance.now()]
  const perSecond = await answersPerSecond(asked, bytes, SECONDS)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(mine)
  return {
    perSecond,
    cpuEach: (server.cpuSeconds() - before) / (perSecond * seconds),
    senderBusy: (user + system) / 1e6 / seconds,
  }
}

/** The page must be the one that was made: a refusal is answered quickly. */
function check(body: string): void {
  const { page, links, citations } = JSON.parse(body)
  const reached = citations?.filter(({ source }: { source: string | null }) => source !== null).length
  if (!page?.html || Object.values(links).filter(Boolean).length !== 8 || reached !== 10) {
    throw new Error(`This is not the page that was made: ${body.slice(0, 500)}`)
  }
}

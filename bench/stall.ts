/** How long what somebody sends keeps the server from everybody else: hostile texts through every door that takes them. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, rounded, say } from './figures.ts'
import { startHandbook } from './handbook-space.ts'
import {
  bodyDoors,
  type Ground,
  type HostileDoor,
  hostileDoors,
  newGround,
  readsAsPage,
  shortDoors,
} from './hostile-doors.ts'
import { type HostileInput, hostileBodies, hostileInputs } from './hostile-inputs.ts'
import { inFolder } from './in-place.ts'
import type { Server } from './server.ts'
import type { Late } from './stall-probe.ts'

const [IDLE_SECONDS, LOOK_MS, MOST_LOOKS] = [10, 100, 150]
/** On a busy machine no further texts are sent after this long; the line says how many were. */
const MOST_SECONDS = Number(process.env.BENCH_SECONDS ?? 1200)
/** Too long in its worker, which was ended. */
const GIVEN_UP = 429
/** Under this share of a processor a server has nothing more to do. */
const AT_REST = 0.15

/** A text sent through a door, or what followed of it afterwards. */
interface Try extends Late {
  input: string
  door: string
  status: number
}

/** Imports the folder PATH, sends every text through every door, and measures how late the server's event loop was. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder of pages: npm run bench -- stall PATH')
  return inFolder(tmpdir(), async (folder) => {
    const { server, owner } = await startHandbook(path, join(folder, 'data'), undefined, 'bench/stall-probe.ts')
    const began = performance.now()
    try {
      const idle = await idleRun(server)
      const tries: Try[] = []
      const origin = `http://127.0.0.1:${server.port}`
      for (const [n, input] of chosen(hostileInputs).entries()) {
        if (performance.now() - began > MOST_SECONDS * 1000) break
        const ground = await newGround(origin, owner, `Space ${n}`)
        const short = shortDoors[n % shortDoors.length] as HostileDoor
        tries.push(...(await through([...hostileDoors, short], input, ground, server)))
      }
      const ground = await newGround(origin, owner, 'Bodies')
      for (const input of chosen(hostileBodies)) tries.push(...(await through(bodyDoors, input, ground, server)))
      const all = (await server.ask('read')) as Late
      return { ...figures(tries, idle, all.p99Ms), seconds: rounded((performance.now() - began) / 1000), peers: {} }
    } finally {
      await server.stop()
    }
  })
}

/** With BENCH_ONLY, only inputs whose name fits this pattern. */
const chosen = (inputs: readonly HostileInput[]) =>
  inputs.filter(({ name }) => new RegExp(process.env.BENCH_ONLY ?? '').test(name))

async function idleRun(server: Server): Promise<number> {
  await server.ask('reset')
  await pause(IDLE_SECONDS * 1000)
  return ((await server.ask('reset')) as Late).worstMs
}

/** Sends a text through doors, one after the other, then waits until nothing follows of it any more. */
async function through(doors: readonly HostileDoor[], { name, text }: HostileInput, ground: Ground, server: Server) {
  const tries: Try[] = []
  const began = performance.now()
  await server.ask('look')
  for (const door of doors) {
    if (tries.some(({ status }) => status === GIVEN_UP) && readsAsPage(door)) continue
    const cut = door.most > 0 && text.length > door.most ? text.slice(0, door.most).toWellFormed() : text
    const status = await door.send(ground, cut).then(
      (answered) => answered.status,
      (error) => {
        say(`${name}, ${door.name}: ${error}, ${error.cause}`)
        return 0
      },
    )
    tries.push({ input: name, door: door.name, status, ...((await server.ask('look')) as Late) })
  }
  const after = await untilAtRest(server)
  tries.push({ input: name, door: 'afterwards', status: 200, ...after })
  const worst = tries.reduce((one, other) => (other.worstMs > one.worstMs ? other : one))
  say(
    `${name}: ${Math.round(worst.worstMs)} ms (${Math.round(worst.worstCpuMs)} computed) by ${worst.door}, ${tally(tries)}, ${Math.round((performance.now() - began) / 1000)} s`,
  )
  for (const { door, status, worstMs, worstCpuMs } of tries)
    if (process.env.BENCH_SHOW && worstCpuMs > Number(process.env.BENCH_SHOW))
      say(`    ${door}: ${Math.round(worstMs)} ms (${Math.round(worstCpuMs)} computed), ${status}`)
  return tries
}

/** Waits until a server computes next to nothing; gives the worst delay meanwhile. */
async function untilAtRest(server: Server): Promise<Late> {
  let worst: Late = { worstMs: 0, worstCpuMs: 0, cpuMs: 0, p99Ms: 0 }
  for (let [looks, rest] = [0, 0]; rest < 2 && looks < MOST_LOOKS; looks++) {
    await pause(LOOK_MS)
    const late = (await server.ask('look')) as Late
    if (late.worstMs > worst.worstMs) worst = late
    rest = late.cpuMs < LOOK_MS * AT_REST ? rest + 1 : 0
  }
  return worst
}

function figures(tries: readonly Try[], idle: number, p99Ms: number) {
  const over = (ms: number) => rounded(Math.max(0, ms - idle))
  const sorted = [...tries].sort((one, other) => other.worstMs - one.worstMs)
  const [worst] = sorted
  if (!worst) throw new Error('Nothing was sent.')
  return {
    p99Ms: over(p99Ms),
    worstMs: over(worst.worstMs),
    worstComputedMs: rounded(Math.max(...tries.map(({ worstCpuMs }) => worstCpuMs))),
    worstInput: worst.input,
    worstDoor: worst.door,
    triesP99Ms: over(sorted[Math.floor(sorted.length / 100)]?.worstMs ?? 0),
    idleWorstMs: rounded(idle),
    inputs: new Set(tries.map(({ input }) => input)).size,
    doors: new Set(tries.map(({ door }) => door)).size,
    tries: tries.length,
    taken: tries.filter(({ status }) => status === 200).length,
    unanswered: tries.filter(({ status }) => status === 0).length,
    faults: tries.filter(({ status }) => status >= 500).length,
  }
}

const tally = (tries: readonly Try[]) =>
  [...Map.groupBy(tries, ({ status }) => status)].map(([status, some]) => `${some.length} × ${status}`).join(', ')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

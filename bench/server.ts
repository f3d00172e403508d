/** A real server in a process of its own, and somebody signed in to it over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

const root = join(import.meta.dirname, '..')
const CLOCK_TICKS_PER_SECOND = 100

/** A process of ours that listens on the loopback. */
export interface Server {
  pid: number
  port: number
  /** What it has printed so far. */
  said(): string
  /** Seconds of processor time that it has used. */
  cpuSeconds(): number
  /** Megabytes of memory that it holds. */
  residentMB(): number
  stop(): Promise<void>
  /** Asks what was loaded into it before it started, where something was. */
  ask(words: string): Promise<unknown>
}

/** What lets a bench ask as fast as it can, which nobody does. */
export const UNBOUND = { WHORL_BOUNDS: 'person.requests=none address.requests=none' }

/** Starts Whorl on a data folder, as `npm start` does; resolves when it says that it is open. */
export function startWhorl(
  data: string,
  database?: string,
  more: NodeJS.ProcessEnv = {},
  probe?: string,
): Promise<Server> {
  const { DATABASE_URL: _, ...environment } = process.env
  const whole = {
    ...environment,
    PORT: '0',
    HOST: '127.0.0.1',
    WHORL_DATA: data,
    ...more,
    ...(database && { DATABASE_URL: database }),
  }
  return start('start.ts', [], whole, probe)
}

/** Waits until a server has printed something, and gives that. */
export async function untilSaid(server: Server, words: RegExp): Promise<string> {
  for (;;) {
    const found = words.exec(server.said())
    if (found) return found[0]
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Starts a server that answers everything with a file's text, by the same adaptor. */
export const startHello = (file: string) => start('bench/hello.ts', [file], process.env)

/** Starts the barest server there is: one select for each request. */
export const startBare = () => start('bench/bare.ts', [], process.env)

async function start(script: string, words: string[], env: NodeJS.ProcessEnv, probe?: string): Promise<Server> {
  const loaded = probe ? ['--import', join(root, probe)] : []
  const child = spawn(process.execPath, [...profiling(script), ...loaded, join(root, script), ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit', ...(probe ? (['ipc'] as const) : [])],
  }) as ChildProcess & { stdout: Readable }
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was open: ${said}`)))
    child.stdout.on('data', () => {
      const found = /open at https?:\/\/[^\s:]*(?::(\d+))?/.exec(said)
      // An address that others see has no port of ours in it.
      if (found) resolve(Number(found[1] ?? env.PORT))
    })
  })
  const pid = child.pid as number
  return {
    pid,
    port,
    said: () => said,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND
    },
    residentMB: () => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: () => end(child),
    ask: async (words) => {
      const answered = once(child, 'message')
      child.send(words)
      return (await answered)[0]
    },
  }
}

/** What a script is started with: where BENCH_PROFILE=<folder> is set, it leaves a processor profile there when it stops. */
export function profiling(script: string): string[] {
  const folder = process.env.BENCH_PROFILE
  return folder
    ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${script.replace(/\W/g, '-')}.cpuprofile`]
    : []
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  await over
}

/** Somebody signed in: acts by HTTP, as a browser does them. */
export interface Visitor {
  id: string
  name: string
  space: string
  cookie: string
  // What an act gives is of that act's shape; a bench only passes ids on.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  does(act: string, input: Record<string, unknown>, space?: string): Promise<any>
}

/** Enters by an invitation's link with a new account. */
export async function enter(server: Server, link: string, who: { name: string; spaceName?: string }): Promise<Visitor> {
  const origin = `http://127.0.0.1:${server.port}`
  const email = `${who.name.toLowerCase()}@example.org`
  const answer = await fetch(`${origin}/api/auth/enter`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('#')[1], password: 'correct horse battery', email, ...who }),
  })
  const { space } = (await whole(answer)) as { space: string }
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const does: Visitor['does'] = async (act, input, at = space) =>
    whole(
      await fetch(`${origin}/api/${at}/${act}`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
    )
  const { me } = (await whole(await fetch(`${origin}/api/house/list-spaces`, { headers: { cookie } }))) as {
    me: { id: string }
  }
  return { space, id: me.id, name: who.name, cookie, does }
}

async function whole(answer: Response) {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}

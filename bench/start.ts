/** How soon a server answers, and how much memory it holds when nobody asks for anything. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Bench, median, rounded, say } from './figures.ts'
import { answerBytes } from './requests.ts'
import { type Server, startHello, startWhorl } from './server.ts'

const STARTS = 5
const REST_SECONDS = 30

/** Starts Whorl on the data folder PATH, or on a new one; beside it, a bare Hono server. */
export const bench: Bench = async (path) => {
  buildPages()
  const folder = mkdtempSync(join(tmpdir(), 'whorl-bench-'))
  const text = join(folder, 'hello.json')
  writeFileSync(text, '{"ok":true}')
  const whorl = () => startWhorl(path ?? join(folder, 'data'))
  const hello = () => startHello(text)
  try {
    const first = await started(whorl)
    await first.server.stop()
    const seconds: Record<'whorl' | 'hello', number[]> = { whorl: [], hello: [] }
    for (let start = 0; start < STARTS; start++) {
      for (const [name, open] of [
        ['whorl', whorl],
        ['hello', hello],
      ] as const) {
        const one = await started(open)
        await one.server.stop()
        seconds[name].push(one.seconds)
      }
      say(
        `start ${start + 1}: whorl ${rounded(seconds.whorl.at(-1) ?? 0)} s, hello ${rounded(seconds.hello.at(-1) ?? 0)} s`,
      )
    }
    return {
      startSeconds: rounded(median(seconds.whorl)),
      firstStartSeconds: rounded(first.seconds),
      restMB: rounded(await megabytesAtRest(whorl)),
      peers: { hello: { startSeconds: rounded(median(seconds.hello)), restMB: rounded(await megabytesAtRest(hello)) } },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts a server and has its first page. */
async function started(open: () => Promise<Server>): Promise<{ server: Server; seconds: number }> {
  const began = performance.now()
  const server = await open()
  await answerBytes({ port: server.port, path: '/' })
  return { server, seconds: (performance.now() - began) / 1000 }
}

async function megabytesAtRest(open: () => Promise<Server>): Promise<number> {
  const { server } = await started(open)
  await pause(REST_SECONDS * 1000)
  const held = server.residentMB()
  await server.stop()
  return held
}

/** Brings the pages up to date in a process of its own, whose word goes to stderr. */
function buildPages(): void {
  const script = `import { buildWeb } from ${JSON.stringify(new URL('../build-web.ts', import.meta.url).href)}; await buildWeb()`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 2, 2] })
}

/** How long one `search` and one `what-was-said` take, asked one after the other through HTTP. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, rounded, say } from './figures.ts'
import { startHandbook, wantedIn } from './handbook-space.ts'
import { inFolder } from './in-place.ts'
import { type Server, startHello, type Visitor } from './server.ts'

const [MANY, WARM_UP] = [150, 30]

/** Imports the folder PATH, then asks for words and questions made of its own sentences, each once. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder of pages: npm run bench -- search-act PATH')
  const wanted = wantedIn(path, MANY + WARM_UP)
  return inFolder(tmpdir(), async (folder) => {
    const { server, owner, topics } = await startHandbook(path, join(folder, 'data'))
    const hello = await startHello(join(import.meta.dirname, 'hello.ts'))
    try {
      const search = await times(server, wanted.words, (words) => owner.does('search', { words }))
      const ask = await times(server, wanted.questions, (words) => owner.does('what-was-said', { words }))
      const bare = await times(hello, wanted.words, () => plain(hello, owner))
      say(`search ${at(search, 0.5)} ms, ask ${at(ask, 0.5)} ms, hello ${at(bare, 0.5)} ms`)
      return {
        topics: topics.length,
        searchP50Ms: at(search, 0.5),
        searchP95Ms: at(search, 0.95),
        searchCpuMs: rounded(search.cpuMs),
        askP50Ms: at(ask, 0.5),
        askP95Ms: at(ask, 0.95),
        askCpuMs: rounded(ask.cpuMs),
        peers: { hello: { p50Ms: at(bare, 0.5), p95Ms: at(bare, 0.95), cpuMs: rounded(bare.cpuMs) } },
      }
    } finally {
      await hello.stop()
      await server.stop()
    }
  })
}

/** How long each took, sorted, and how much of the server's processor time one took on average. */
interface Times {
  sorted: number[]
  cpuMs: number
}

/** Asks for each in turn; the first few warm the server up and are not counted. */
async function times(
  server: Server,
  each: readonly string[],
  work: (words: string) => Promise<unknown>,
): Promise<Times> {
  for (const words of each.slice(0, WARM_UP)) await work(words)
  const before = server.cpuSeconds()
  const took: number[] = []
  for (const words of each.slice(WARM_UP)) {
    const began = performance.now()
    await work(words)
    took.push(performance.now() - began)
  }
  const cpuMs = ((server.cpuSeconds() - before) * 1000) / took.length
  return { sorted: took.sort((one, other) => one - other), cpuMs }
}

const at = ({ sorted }: Times, share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)

async function plain({ port }: Server, { cookie }: Visitor) {
  await (await fetch(`http://127.0.0.1:${port}/hello`, { headers: { cookie } })).text()
}

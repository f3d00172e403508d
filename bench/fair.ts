/** Whether heavy acts of one person keep another's light one waiting: how long it takes beside them, and alone. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, rounded, say } from './figures.ts'
import { startHandbook } from './handbook-space.ts'
import { inFolder } from './in-place.ts'
import { enter, type Visitor } from './server.ts'

const [HEAVY, ROUNDS, WARM_UP, PAUSE_MS] = [40, 60, 5, 50]

/** A question of many everyday words, which much of any handbook has. */
const WORDS = 'how do we decide who has to do the work when a team and its people need more time than there is for it?'

/** The heaviest act of each kind, and a light one that waits in the same queue. */
const kinds = {
  long: { heavy: ['check-pages', {}], light: (topic: string) => ['page-history', { topic }] },
  quick: { heavy: ['what-was-said', { words: WORDS }], light: () => ['today', {}] },
} as const

/** Imports the folder PATH and measures both kinds of heavy act. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder of pages: npm run bench -- fair PATH')
  return inFolder(tmpdir(), async (folder) => {
    const { server, owner, topics } = await startHandbook(path, join(folder, 'data'))
    try {
      const { path: link } = await owner.does('invite', {})
      const ben = await enter(server, link, { name: 'Ben' })
      const [topic = ''] = topics
      const each: Record<string, Awaited<ReturnType<typeof measured>>> = {}
      for (const [kind, { heavy, light }] of Object.entries(kinds))
        each[kind] = await measured(owner, ben, [...heavy], [...light(topic)] as Act)
      const ratio = Math.max(...Object.values(each).map((one) => one.ratio))
      return { ratio, ...each, peers: {} }
    } finally {
      await server.stop()
    }
  })
}

type Act = [name: string, input: Record<string, unknown>]

async function measured(owner: Visitor, ben: Visitor, heavy: Act, light: Act) {
  await owner.does(...heavy)
  const alone = await rounds(ben, light)
  let [done, refused, over] = [0, 0, false]
  // Forty at once, and as one is answered the next; what is refused is not sent again.
  const again = async (): Promise<void> => {
    while (!over)
      try {
        await owner.does(...heavy)
        done++
      } catch {
        refused++
        return
      }
  }
  const pressing = Array.from({ length: HEAVY }, again)
  await pause()
  const beside = await rounds(ben, light)
  over = true
  await Promise.all(pressing)
  say(`${light[0]} alone ${alone} ms, beside ${HEAVY} ${heavy[0]} ${beside} ms`)
  return { ratio: rounded(beside / alone), aloneP95Ms: alone, besideP95Ms: beside, heavyDone: done, refused }
}

/** The 95th percentile of how long an act takes, in milliseconds. */
async function rounds(visitor: Visitor, act: Act): Promise<number> {
  const took: number[] = []
  for (let n = -WARM_UP; n < ROUNDS; n++) {
    const began = performance.now()
    await visitor.does(...act)
    if (n >= 0) took.push(performance.now() - began)
    await pause()
  }
  took.sort((a, b) => a - b)
  return rounded(took[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

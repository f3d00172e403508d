/** `cases PATH`: small inputs that went wrong with tools like this one, each tried by the whole program at every door it concerns. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CaseGround, type Situation, startGround } from './case-ground.ts'
import { casesOfDays } from './cases-of-days.ts'
import { casesOfDocuments } from './cases-of-documents.ts'
import { casesOfNames } from './cases-of-names.ts'
import { casesOfPeople } from './cases-of-people.ts'
import { casesOfSearch } from './cases-of-search.ts'
import { casesOfServing } from './cases-of-serving.ts'
import { casesOfText } from './cases-of-text.ts'
import { type Bench, say } from './figures.ts'
import { inFolder } from './in-place.ts'

const situations: readonly Situation[] = [
  ...casesOfNames,
  ...casesOfDocuments,
  ...casesOfText,
  ...casesOfPeople,
  ...casesOfSearch,
  ...casesOfDays,
  ...casesOfServing,
]

/** Prints how many situations, and how many expectations of them, came out right; what did not goes to stderr. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder of situations: npm run bench -- cases PATH')
  const chosen = situations.filter(({ name }) => new RegExp(process.env.BENCH_ONLY ?? '').test(name))
  return inFolder(tmpdir(), async (folder) => {
    const ground = await startGround(path, folder)
    try {
      let [right, expected, held] = [0, 0, 0]
      for (const situation of chosen) {
        const told = await tried(situation, ground)
        const wrong = told.filter((one) => !one.right)
        for (const { door, what, got } of wrong) say(`${situation.name}, ${door}: ${what}\n    got ${got}`)
        if (wrong.length === 0) right++
        expected += told.length
        held += told.length - wrong.length
      }
      return { right, tried: chosen.length, held, expected, peers: {} }
    } finally {
      await ground.stop()
    }
  })
}

async function tried({ name, folder = name, expects }: Situation, ground: CaseGround) {
  if (!existsSync(join(ground.path, folder))) throw new Error(`${join(ground.path, folder)} is not there.`)
  return expects(ground.of(folder)).catch((error: Error) => [
    { door: 'all', what: 'it can be tried', right: false, got: error.message.slice(0, 600) },
  ])
}

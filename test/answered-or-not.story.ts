/** What Ask says is answered, and what it says is not in here, over a set of questions in six languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ASKED, PAGES } from './asked-and-said.ts'
import { openHouse } from './house.ts'

/** Of what can be answered at least so much is; of what cannot, at most so much is answered all the same. */
const [ANSWERED, WRONGLY] = [0.85, 0.05]

test('Most of what can be answered is, by the sentence that says it, and what is not in here is hardly ever answered', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  for (const [title, text] of Object.entries(PAGES)) {
    await mara.does('import-page', { markdown: `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n` })
  }
  for (const folder of ['docs', 'examples']) {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
      await mara.does('import-source', { name, text: readFileSync(join(folder, name), 'utf8') })
    }
  }
  await house.whorl.settle()
  const missed: string[] = []
  const wrong: string[] = []
  for (const [words, answer] of ASKED) {
    const { answers, near } = await mara.does('what-was-said', { words })
    const told = answers.map((one) => one.words)
    const seen = `${words} ${JSON.stringify(told.length ? told : { near: near.map((one) => one.words) })}`
    if (answer === null && told.length > 0) wrong.push(seen)
    if (answer !== null && !told.slice(0, 2).some((one) => one.includes(answer))) missed.push(seen)
  }
  const [can, cannot] = [ASKED.filter(([, answer]) => answer !== null), ASKED.filter(([, answer]) => answer === null)]
  expect(can.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(ANSWERED * can.length)
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(WRONGLY * cannot.length)
  expect(house.faults).toEqual([])
})

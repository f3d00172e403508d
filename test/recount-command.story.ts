/** `whorl recount` as its operator runs it: figures that the ledger does not count are found, and counted anew. */
import { expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { goRound } from './round.ts'
import { command, freshFile, groundOf } from './spawned.ts'

const ANEW = '"npx whorl recount" counts them anew.'

test('It says that figures are right, names the topics whose are not, and counts these anew', async () => {
  const house = await openHouse()
  const [mara, ben, ana] = [
    await house.comes('Mara', 'keeper'),
    await house.comes('Ben', 'member'),
    await house.comes('Ana', 'member'),
  ]
  const { topic } = await goRound(house, { mara, ben, ana }, 'Zebra')
  await house.whorl.settle()
  const { db } = house.whorl.store
  const figures = () => db.selectFrom('topic_figure').selectAll().orderBy('topic_id').execute()
  const before = await figures()
  const ground = groundOf(house.place)
  const run = async (...words: string[]) => {
    const { code, said, complained } = await command(ground, 'recount', ...words)
    return { code, told: code === 0 ? said : complained }
  }
  const right = { code: 0, told: `The figures of ${before.length} topics are what the ledger counts.\n` }
  expect(before.find(({ topic_id }) => topic_id === topic)).toMatchObject({ whorls: 1 })
  expect(await run('--check')).toEqual(right)

  await db.updateTable('topic_figure').set({ entries: 99, whorls: 7 }).where('topic_id', '=', topic).execute()
  const wrong = `1 of ${before.length} topics had figures that the ledger does not count`
  for (let twice = 0; twice < 2; twice++)
    expect(await run('--check')).toEqual({ code: 1, told: `${wrong}: ${topic}. ${ANEW}\n` })
  expect(await figures()).not.toEqual(before)

  expect(await run()).toEqual({ code: 0, told: `${wrong}; they were counted anew.\n` })
  expect(await figures()).toEqual(before)
  expect(await run('--check')).toEqual(right)
}, 60_000)

test('It takes no other words, and begins no Whorl where there is none', async () => {
  const usage = 'Counts the figures anew, or only checks them: npx whorl recount [--check]\n'
  for (const words of [['--chek'], ['--check', 'twice']])
    expect(await command(freshFile(), 'recount', ...words)).toMatchObject({ code: 2, complained: usage })
  const { code, complained } = await command(freshFile(), 'recount', '--check')
  expect([code, complained]).toEqual([1, expect.stringContaining('There is no Whorl in ')])
}, 30_000)

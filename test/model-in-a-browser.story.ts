import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { openStandIn, page } from './stand-in-model.ts'
import { team } from './team.ts'

const SOURCE = '# Cache purge\n\nA cache purge takes five minutes and must be announced in the channel first.\n'

test('Mara turns a model on, reads what is marked beside its lines, and takes the page over', {
  timeout: 120_000,
}, async () => {
  const standIn = await openStandIn()
  const {
    url,
    founder: mara,
    does,
    comes,
    again,
    whorl,
    faults,
  } = await team('Mara', {
    model: standIn.model({ WHORL_MODEL_PRICE_IN: '3', WHORL_MODEL_PRICE_OUT: '15' }),
  })
  await does('import-source', { name: 'cache.md', text: SOURCE })
  await whorl.settle()
  await does('start-topic', { title: 'Cache purge' })
  await whorl.settle()

  // It is off, and says what would be sent where before it is turned on.
  await mara.goto(`${url}/edge-team/house`)
  await mara.getByText(`There is stand-in, at ${new URL(standIn.url).host}.`).waitFor()
  await mara.getByText('Off. Nothing is sent.').waitFor()
  await mara.getByRole('button', { name: 'Turn it on: All that is open here' }).click()
  await mara.getByText(/^On since .*; Mara turned it on\.$/).waitFor()

  // It fails first: the page stands, and the owner sees why and asks again.
  standIn.answers({ status: 401 })
  await does('recompile', { topic: 'cache-purge' })
  await whorl.settle()
  await mara.reload()
  await mara.getByText('It refused: its key or its name may be wrong.').waitFor()
  standIn.answers(
    page(
      ['A cache purge takes five minutes.', 1],
      ['It must be announced in the channel first.', 1],
      ['A cache purge takes nine minutes on Sundays.', 1],
    ),
  )
  await mara.getByRole('button', { name: 'Ask it again: Cache purge' }).click()
  await expect.poll(() => standIn.heard.length).toBeGreaterThan(1)
  await whorl.settle()
  await mara.reload()
  await mara.getByText('$0.006').waitFor()
  await looked(mara, 'house-model')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'house-model-dark')

  await mara.goto(`${url}/edge-team/t/cache-purge`)
  await mara.getByText('Nobody has taken it over yet.').waitFor()
  await mara.getByRole('heading', { name: 'Not in the lines it cites' }).waitFor()
  await expect.poll(() => mara.locator('article mark').first().textContent()).toContain('nine minutes on Sundays')
  await mara.getByText('A figure differs.').waitFor()
  await looked(mara, 'topic-by-machine-dark')
  await mara.emulateMedia({ colorScheme: 'light' })
  await looked(mara, 'topic-by-machine')

  const nihongo = await again(mara, { locale: 'ja-JP' })
  await nihongo.goto(`${url}/edge-team/t/cache-purge`)
  await nihongo.getByText('まだ誰も引き継いでいません').waitFor()
  await looked(nihongo, 'topic-by-machine-ja')
  await nihongo.goto(`${url}/edge-team/house`)
  await nihongo.getByRole('heading', { name: '言語モデル' }).waitFor()
  await looked(nihongo, 'house-model-ja')

  await mara.getByRole('button', { name: 'I take this over' }).press('Enter')
  await mara.getByText(/^First written by a machine \(stand-in\); Mara took it over/).waitFor()
  await mara.getByText('Not in the lines it cites').waitFor()
  expect(faults).toEqual([])

  // Who comes later is told, until they have seen it.
  const ben = await comes('Ben')
  await ben.getByText('Mara has turned on that stand-in at').waitFor()
  await looked(ben, 'today-model-here')
  await ben.getByRole('button', { name: 'Seen' }).click()
  await ben.getByText('Mara has turned on that stand-in at').waitFor({ state: 'detached' })
})

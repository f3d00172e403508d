import { expect, test } from 'vitest'
import { agentBy } from './agents.ts'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

test('Olga gives her assistant a key, does one thing that it proposes, leaves another, and ends the key', {
  timeout: 120_000,
}, async () => {
  const { url, founder: olga, faults } = await team('Olga')

  // The key is shown once, with the address to connect to.
  await olga.goto(`${url}/edge-team/me`)
  await olga.getByLabel('What do you call it?').fill('Robin')
  await press(olga, 'Make a key')
  const secret = await olga.getByLabel('Its key').inputValue()
  const address = await olga.getByLabel('Where it connects').inputValue()
  expect(address).toBe(`${url}/mcp`)
  await looked(olga, 'agent-key')
  await olga.reload()
  await olga.getByRole('button', { name: 'End the key of Robin' }).waitFor()
  expect(await olga.getByLabel('Its key').count()).toBe(0)

  // What the assistant writes waits for her, on Today, marked as an agent's.
  const robin = await agentBy(url, secret)
  await robin.does('start-topic', { title: 'Cache purge' })
  await olga.goto(`${url}/edge-team`)
  await olga.getByText('Robin, an agent of yours').waitFor()
  await olga.getByText('Robin would like to start a topic, in your name.').waitFor()
  await looked(olga, 'today-proposed')
  expect((await robin.does('list-topics')).topics).toEqual([])
  await press(olga, 'Do it')
  await olga.getByText('Done, in your name.').waitFor({ state: 'attached' })
  expect((await robin.does('list-topics')).topics).toMatchObject([{ title: 'Cache purge' }])

  // The rest waits on her own page; a no is a no.
  const words = 'How do we purge the cache at night, when nobody watches the queue, and who may be woken?'
  await robin.does('ask', { topic: 'cache-purge', words })
  await robin.does('import-source', {
    name: 'purge.md',
    text: `# Cache purge\n\n${'The queue is watched. '.repeat(90)}`,
  })
  await olga.goto(`${url}/edge-team/me`)
  await olga.getByText(words).waitFor()
  await looked(olga, 'proposals')
  await press(olga, 'No')
  await olga.getByText('Left. Nothing was done.').waitFor({ state: 'attached' })
  expect((await robin.does('list-questions', {})).questions).toEqual([])

  await press(olga, 'End the key of Robin')
  await olga.getByText('Robin comes in no more.').waitFor({ state: 'attached' })
  await expect(robin.does('list-topics')).rejects.toThrow(/key of an agent/)
  expect(faults).toEqual([])
})

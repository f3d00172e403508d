import { expect, test } from 'vitest'
import { historyOf } from './history.ts'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

test('Olga opens a line of a closed area to everybody, and turns on that a history is read, of which Ben is told', {
  timeout: 90_000,
}, async () => {
  const { url, founder: olga, does, comes, whorl, faults } = await team('Olga')
  const ben = await comes('Ben')

  // What was said in the board room, by the one who will be asked about it.
  const { slug: area } = await does('make-area', { name: 'Board room' })
  const { topic } = await does('start-topic', { title: 'Cache purge', area })
  const { question } = await does('ask', { topic: topic.id, words: 'What should one know?' })
  const words = 'On the old cluster, watch the queue. The budget is nobody else’s business.'
  const { claims } = await does('answer', { question, words })
  await does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await whorl.settle()

  // The sheet says what will be seen, and by whom.
  await olga.goto(`${url}/edge-team/t/${topic.path}`)
  await press(olga, 'Open this to everybody here')
  await olga.getByText('A no is told to nobody.').waitFor()
  await looked(olga, 'release')
  await press(olga, 'Open it')
  await olga.getByText('Everybody here may read what was opened of it').waitFor()

  // She is asked line by line; one goes, one stays.
  await olga.goto(`${url}/edge-team`)
  await olga.getByText('watch the queue').waitFor()
  await looked(olga, 'today-release')
  await press(olga, 'Yes, everybody may')
  await olga.getByText('business').waitFor()
  await press(olga, 'No, keep it in Board room')
  await olga.getByText('business').waitFor({ state: 'detached' })
  await whorl.settle()
  await ben.goto(`${url}/edge-team/t/cache-purge`)
  await ben.getByRole('article').getByText('watch the queue').waitFor()
  expect(await ben.getByText(/business|Board room/).count()).toBe(0)

  // What is read about people is off; turned on, he is told until he has seen it.
  await olga.goto(`${url}/edge-team/people`)
  await looked(olga, 'people-nothing-read')
  await press(olga, 'Turn it on: The history of a repository')
  await olga.getByText('On since').waitFor()
  await ben.goto(`${url}/edge-team`)
  await ben.getByText('Olga has turned on').waitFor()
  await looked(ben, 'today-read-here')
  await press(ben, 'Seen')
  await ben.getByText('Olga has turned on').waitFor({ state: 'detached' })
  await ben.goto(`${url}/edge-team/me`)
  await ben.getByText('On since').waitFor()
  await looked(ben, 'me-read-here')

  // What is found about him he sees first, and lets her see it.
  const { scan } = await does('begin-scan', { name: 'history.txt' })
  const log = historyOf().replaceAll('Ben', 'Kim').replaceAll('Jo', 'Ben')
  await does('send-scan-part', { scan, part: 0, bytes: Buffer.from(log).toString('base64') })
  await does('scan', { scan })
  await whorl.settle()
  await olga.goto(`${url}/edge-team/turn/${scan}`)
  await olga.getByText('It is told to them first').waitFor()
  await looked(olga, 'scanned-theirs-first')
  await ben.goto(`${url}/edge-team`)
  await ben.getByText('Ben alone had changed engine/').waitFor()
  await looked(ben, 'today-inferred')
  await press(ben, 'Keep it to me')
  await ben.getByText('Ben alone had changed engine/').waitFor({ state: 'detached' })
  await ben.goto(`${url}/edge-team/me`)
  await ben.getByText('Ben alone had changed engine/').waitFor()
  await looked(ben, 'me-inferred')
  await press(ben, 'Let Olga see it')
  await ben.getByText('Olga sees this').waitFor()
  await olga.reload()
  await olga.getByText('Ben alone had changed engine/').waitFor()
  expect(faults).toEqual([])
})

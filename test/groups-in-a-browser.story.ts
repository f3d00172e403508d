/** A group is formed, one of it answers for all, and its people confirm what stands then under the group's name. */
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { press, type Team, team } from './team.ts'

test('Five form a group; one answers for it, most confirm, and nobody’s own name stands with it', {
  timeout: 120_000,
}, async () => {
  const there = await team('Mara')
  const { founder: mara, home, whorl, does } = there
  const { topic } = await does('start-topic', { title: 'Cache purge' })
  for (const name of ['Ben', 'Ana', 'Lea']) await enters(there, name)
  const kim = await there.comes('Kim')
  const others = ['Ben', 'Ana', 'Lea', 'Kim']

  await mara.goto(`${home}/people`)
  await mara.getByText('Form a group').click()
  await mara.getByLabel('What is it called?').last().fill('Night shift')
  for (const name of others) {
    await expect(mara.getByRole('button', { name: 'Make it' }).last().isDisabled()).resolves.toBe(true)
    await mara.getByLabel('With whom').selectOption({ label: name })
    await mara.getByRole('button', { name: `Leave ${name} out` }).waitFor()
  }
  await mara.getByRole('button', { name: 'Make it' }).last().click()
  await mara.getByRole('heading', { name: 'Night shift' }).waitFor()
  await mara.getByText('Ana, Ben, Kim, Lea and Mara').waitFor()
  await looked(mara, 'groups')

  await does('ask', { topic: topic.id, words: 'Who may purge at night?' })
  await kim.goto(`${home}/t/cache-purge`)
  await press(kim, 'Answer')
  await kim.getByLabel('Your answer').fill('Nobody purges alone at night.')
  await kim.getByLabel('Who says it').selectOption({ label: 'Night shift, together' })
  await kim.getByText('Nobody is told who wrote it, not even the group').waitFor()
  await looked(kim, 'answer-together')
  await press(kim, 'Keep')
  await kim.getByText('It waits for the group now').waitFor()

  // It waits for all of them alike, whoever wrote it.
  await mara.goto(home)
  await mara.getByText('Words of Night shift, to check').waitFor()
  await follow(mara, 'Check')
  await mara.getByRole('heading', { name: 'Words of Night shift' }).waitFor()
  await mara.getByText('Said by Night shift', { exact: true }).waitFor()
  await looked(mara, 'confirm-together')
  const japanese = await there.again(kim, { locale: 'ja-JP' })
  await japanese.goto(mara.url())
  await japanese.getByRole('heading', { name: '「Night shift」の言葉' }).waitFor()
  await press(mara, 'Confirm')
  await mara.getByText('It stands once most of the group have.').waitFor()
  const { people } = await does('list-people', {})
  for (const by of people.filter(({ name }) => ['Ben', 'Ana'].includes(name))) {
    const { claims } = await does('my-claims', {}, by)
    await does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) }, by)
  }
  await whorl.settle()
  await mara.goto(`${home}/t/cache-purge`)
  await mara
    .getByText(/Night shift, \d/)
    .first()
    .waitFor()
  await mara.getByText('Nobody purges alone at night.').first().waitFor()
  expect(await mara.getByText(/Kim, \d/).count()).toBe(0)
  expect(there.faults).toEqual([])
})

const follow = (page: Parameters<typeof press>[0], name: string) =>
  page.getByRole('link', { name, exact: true }).first().click()

/** Somebody enters who looks at no screen. */
async function enters({ does, whorl }: Team, name: string): Promise<void> {
  const { path } = await does('invite', {})
  const given = { name, email: `${name.toLowerCase()}@example.org`, password: `${name} likes long walks` }
  await whorl.signIn.enter({ token: path.split('#')[1] ?? '', ...given }, new Headers(), null)
}

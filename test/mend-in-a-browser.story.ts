import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { team } from './team.ts'

const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`

test('Mara sees what could be mended: one page is still true, one nobody wrote, and two differ', {
  timeout: 120_000,
}, async () => {
  const { url, founder: mara, again, does, whorl, faults } = await team('Mara')

  // A space in which all holds says so; from the whole one comes to it.
  await mara.goto(`${url}/edge-team/whole`)
  await mara.getByRole('link', { name: 'What could be mended' }).click()
  await mara.getByText('Nothing to mend').waitFor()
  await does('import-source', { name: 'run.md', text: 'The purge takes ten minutes.\n' })
  for (const markdown of [
    page('Cache purge', 'The purge takes ten minutes. ^[run.md:7] See [[Origin shield]].'),
    page('Old cluster', 'A purge of the old edge cluster takes 30 minutes to reach everyone.', 'keeper: Mara\n'),
    page('New cluster', 'A purge of the new edge cluster takes 90 minutes to reach everyone.', 'keeper: Ben\n'),
    page('On call', 'Ask first.', 'review_by: 2020-01-01\n'),
  ])
    await does('import-page', { markdown })
  await whorl.settle()

  await mara.goto(`${url}/edge-team`)
  await mara.getByRole('heading', { level: 1 }).waitFor()
  await mara.keyboard.press('Control+k')
  await mara.getByRole('combobox').fill('mended')
  await mara.keyboard.press('Enter')
  await mara.waitForURL(`${url}/edge-team/check`)
  await mara.getByText('Two pages differ, and both may be right').waitFor()
  await mara.getByText('kept by Ben').waitFor()
  await looked(mara, 'mend')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'mend-dark')
  await mara.emulateMedia({ colorScheme: 'light' })

  // What is still true is said in one press, on the page itself.
  await mara.getByRole('button', { name: /^Still true ?: On call$/ }).click()
  await mara.getByRole('heading', { name: 'A page may be out of date' }).waitFor({ state: 'detached' })
  const { markdown } = await does('read-page-text', { topic: 'on-call' })
  expect(markdown).toMatch(
    /^---\ntitle: On call\nreview_by: 2020-01-01\nreviewed: \d{4}-\d\d-\d\d\n---\n\nAsk first\.\n$/,
  )

  // Where the quoted words stand once in the source, the citation is pointed there.
  await mara.getByRole('button', { name: /^Cite the line that says it/ }).click()
  await mara.getByRole('heading', { name: 'A source does not say this any more' }).waitFor({ state: 'detached' })
  expect((await does('read-page-text', { topic: 'cache-purge' })).markdown).toContain(
    'The purge takes ten minutes. ^[run.md:1] See',
  )

  // Who wrote the two is asked when each holds, with both sides in front of them.
  await mara.getByRole('button', { name: 'Ask when each holds' }).click()
  await expect
    .poll(() => mara.getByRole('dialog').getByRole('textbox').first().inputValue())
    .toContain('When does each hold?')
  await looked(mara, 'mend-ask')
  await mara.keyboard.press('Escape')

  // What nobody wrote begins with a question.
  await mara.getByRole('button', { name: 'Who can say what it is?' }).click()
  await mara.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
  await mara.waitForURL(`${url}/edge-team/t/origin-shield`)
  await mara.getByText('What is “Origin shield”?').first().waitFor()
  expect(faults).toEqual([])

  const nihongo = await again(mara, { locale: 'ja-JP' })
  // Its earlier address leads there still.
  await nihongo.goto(`${url}/edge-team/mend`)
  await nihongo.waitForURL(`${url}/edge-team/check`)
  await nihongo.getByText('手を入れられるところ').first().waitFor()
  await looked(nihongo, 'mend-ja')
})

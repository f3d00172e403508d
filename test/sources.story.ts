/** Documents as they come: files of all kinds, in parts, from an address; kept as given, once, and said why where they cannot be. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reach } from '../src/combination/index.ts'
import { answeringPlace } from './answering-place.ts'
import { commandLineOf, serverOf } from './command-line.ts'
import { docxOf, pdfOf, pptxOf, scannedPdf, slideShape, wordParagraph, xlsxOf } from './documents.ts'
import { doorOf } from './door.ts'
import { openHouse, type Somebody } from './house.ts'
import { freshFolder } from './stores.ts'

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes as string).toString('base64')

async function opened(reach?: Reach) {
  const house = await openHouse(reach && { reach })
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'reader')]
  const brings = async (input: Parameters<Somebody['does']>[1]) => {
    const { arrival } = await mara.does('bring-source', input as { address: string })
    await house.whorl.settle()
    return (await mara.does('list-arrivals', {})).arrivals.find(({ id }) => id === arrival)
  }
  return { house, mara, ben, brings }
}

const linesOf = async (who: Somebody, source: string) =>
  (await who.does('read-source', { source })).lines.map(({ text }) => text)

test('A PDF is kept as it was given and cited by line and page', async () => {
  const { house, mara, ben, brings } = await opened()
  const pdf = pdfOf([['Edge runbook', 'A purge takes ten minutes.'], ['Ask Jun first.']], 'Edge runbook')
  const came = await brings({ name: 'edge/Run book.pdf', bytes: base64(pdf) })
  expect(came).toMatchObject({ state: 'in', already: false, fault: null })
  const source = came?.source ?? ''
  const read = await ben.does('read-source', { source })
  expect(read.source).toMatchObject({ name: 'edge/Run book.md', title: 'Edge runbook', file: 'Run book.pdf' })
  expect(read.lines.map(({ text }) => text)).toEqual([
    '---',
    'title: Edge runbook',
    'source: edge/Run book.pdf',
    `ingestedAt: "${house.now()}"`,
    '---',
    '',
    'Edge runbook',
    'A purge takes ten minutes.',
    '',
    'Ask Jun first.',
  ])
  expect(read.pages).toEqual([7, 10])
  await mara.does('import-page', { markdown: '---\ntitle: Purging\n---\n\nAsk first. ^[edge/Run book.md:10]\n' })
  const { citations } = await ben.does('read-page', { topic: 'purging' })
  expect(citations).toMatchObject([{ source, fromLine: 10, page: 2 }])
  const file = await ben.does('source-file', { source })
  expect(file).toMatchObject({ name: 'Run book.pdf', mediaType: 'application/pdf' })
  expect(Buffer.from(file.bytes, 'base64').equals(pdf)).toBe(true)
  expect((await ben.does('read-source', { source })).citedBy).toMatchObject([{ topic: { title: 'Purging' } }])
  expect(JSON.stringify(await ben.does('search', { words: 'Jun' }))).toContain(source)
  expect(house.faults).toEqual([])
})

test('A title that no store can keep is kept without what keeps it from that', async () => {
  const { house, ben, brings } = await opened()
  const came = await brings({ name: 'a.pdf', bytes: base64(pdfOf([['Ten minutes.']], 'Edge\\000\\007 runbook')) })
  expect(came).toMatchObject({ state: 'in', fault: null })
  const { source, lines } = await ben.does('read-source', { source: came?.source ?? '' })
  expect(source.title).toBe('Edge runbook')
  expect(lines[1]).toMatchObject({ text: 'title: Edge runbook' })
  expect(house.faults).toEqual([])
})

test('Word, HTML and text come in as lines; each can be had again as it was', async () => {
  const { ben, brings } = await opened()
  const given = {
    'a.docx': docxOf(wordParagraph('A purge takes ten minutes.')),
    'f.xlsx': xlsxOf([{ name: 'F', rows: '<row><c t="str"><v>Ask at night.</v></c></row>' }]),
    'g.pptx': pptxOf([{ shapes: slideShape('Ask by day.') }]),
    'b.html': Buffer.from('<!doctype html><title>B</title><p>Ask Jun first.</p><script>no()</script>'),
    'c.txt': Buffer.from('Never on a Friday.\r\nNor at night.\r\n'),
    'd.txt': Buffer.from([0x62, 0xe4, 0x72]),
    'e.md': Buffer.from('\uFEFF# E\n\nOnly then.\n'),
  }
  const last: Record<string, string | null | undefined> = {}
  for (const [name, bytes] of Object.entries(given)) {
    const source = (await brings({ name, bytes: base64(bytes) }))?.source ?? ''
    last[name] = (await linesOf(ben, source)).at(-1)
    const file = await ben.does('source-file', { source })
    expect([file.name, Buffer.from(file.bytes, 'base64').equals(bytes)]).toEqual([name, true])
  }
  expect(last).toEqual({
    'a.docx': 'A purge takes ten minutes.',
    'f.xlsx': 'Ask at night.',
    'g.pptx': 'Ask by day.',
    'b.html': 'Ask Jun first.',
    'c.txt': 'Nor at night.',
    'd.txt': 'bär',
    'e.md': 'Only then.',
  })
})

test('The same bytes twice are one source, whatever the file is called; others of that name are another', async () => {
  const { mara, brings } = await opened()
  const first = await brings({ name: 'a.txt', bytes: base64('Ask Jun first.') })
  expect(await brings({ name: 'b.txt', bytes: base64('Ask Jun first.') })).toMatchObject({
    source: first?.source,
    already: true,
  })
  const pdf = base64(pdfOf([['A']]))
  const one = await brings({ name: 'a.pdf', bytes: pdf })
  expect(await brings({ name: 'copy of a.pdf', bytes: pdf })).toMatchObject({ source: one?.source, already: true })
  await brings({ name: 'a.pdf', bytes: base64(pdfOf([['B']])) })
  const { sources } = await mara.does('list-sources', {})
  expect(sources.map(({ name }) => name).sort()).toEqual(['a-2.md', 'a.md', 'a.txt'])
})

test('What cannot be read says why, and nothing of it is kept', async () => {
  const { house, mara, brings } = await opened()
  for (const [name, bytes, why] of [
    ['blank.pdf', pdfOf([[]]), /no words/],
    ['scan.pdf', scannedPdf(), /^Its pages are pictures/],
    ['broken.pdf', Buffer.from('%PDF-1.4 broken'), /damaged/],
    ['broken.docx', Buffer.from('PK\x03\x04word/document.xml'), /damaged/],
    ['photo.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /picture/],
    ['data.bin', Buffer.from('a\0b'), /not a text/],
    ['empty.html', Buffer.from('<html><script>no()</script></html>'), /no words/],
  ] as const) {
    const came = await brings({ name, bytes: base64(bytes) })
    expect(came).toMatchObject({ state: 'refused', source: null, fault: expect.stringMatching(why) })
  }
  expect((await mara.does('list-sources', {})).sources).toEqual([])
  const kept = (table: 'file' | 'arrival_part') => house.whorl.store.db.selectFrom(table).select('space_id').execute()
  expect([await kept('file'), await kept('arrival_part')]).toEqual([[], []])
  expect(house.faults).toEqual([])
})

test('A large document comes in parts, in any order, and one that is too large is refused as it begins', async () => {
  const { house, mara, ben } = await opened()
  const bytes = Buffer.concat([Buffer.from('Ask Jun first.\n'), Buffer.alloc(5_000_000, 0x0a)])
  const part = 3_000_000
  const { arrival } = await mara.does('bring-source', {
    name: 'long.txt',
    parts: 2,
    bytes: base64(bytes.subarray(0, part)),
  })
  await house.whorl.settle()
  expect((await mara.does('list-arrivals', {})).arrivals).toMatchObject([{ id: arrival, state: 'sending' }])
  expect((await ben.does('list-arrivals', {})).arrivals).toEqual([])
  expect((await ben.isRefused('forget-arrival', { arrival })).kind).toBe('absent')
  await mara.does('send-source-part', { arrival, part: 1, bytes: base64(bytes.subarray(part)) })
  await house.whorl.settle()
  expect((await mara.does('list-arrivals', {})).arrivals).toMatchObject([
    { state: 'refused', fault: expect.stringMatching(/two million/) },
  ])
  const refusal = await mara.isRefused('bring-source', { name: 'a.pdf', parts: 6, bytes: base64('a') })
  expect([refusal.field, refusal.problem]).toEqual(['parts', expect.stringMatching(/20 MiB at most/)])
  await mara.does('forget-arrival', { arrival })
  expect((await mara.does('list-arrivals', {})).arrivals).toEqual([])
})

test('An address is fetched, kept with its address, and looked at again: what changed there is a new version', async () => {
  const page = (words: string) => ({ body: `<!doctype html><title>Edge runbook</title><h1>Edge</h1><p>${words}</p>` })
  const answers = { '/run': page('It takes ten minutes.'), '/gone': { status: 404 } as object }
  const { url, reach } = await answeringPlace(answers)
  const { house, mara, ben, brings } = await opened(reach)
  const came = await brings({ address: `${url}/run#top` })
  expect(came).toMatchObject({ state: 'in', address: `${url}/run` })
  const source = came?.source ?? ''
  expect((await ben.does('read-source', { source })).source).toMatchObject({
    name: 'Edge runbook.md',
    title: 'Edge runbook',
    address: `${url}/run`,
    version: 1,
  })
  expect(await linesOf(ben, source)).toContain(`source: ${url}/run`)
  // Nothing new there: the same source, the same version. The address brought again is that source, too.
  await mara.does('look-again', { source })
  await house.whorl.settle()
  answers['/run'] = page('It takes ninety minutes.')
  house.later(1)
  expect(await brings({ address: `${url}/run` })).toMatchObject({ source, already: false })
  const read = await ben.does('read-source', { source })
  expect(read.versions.map(({ version, by }) => [version, by?.name])).toEqual([
    [2, 'Mara'],
    [1, 'Mara'],
  ])
  const { rows } = await ben.does('compare-source', { source, from: 1 })
  expect(rows.filter(({ is, text }) => (is === 'gone' || is === 'new') && text.startsWith('It'))).toMatchObject([
    { is: 'gone', text: 'It takes ten minutes.' },
    { is: 'new', text: 'It takes ninety minutes.' },
  ])
  const old = await ben.does('source-file', { source, version: 1 })
  expect(Buffer.from(old.bytes, 'base64').toString()).toContain('ten minutes')
  expect(house.faults).toEqual([])
})

test('A place that is slow to answer holds up nothing but what is brought after it', async () => {
  const { promise, resolve: answered } = Promise.withResolvers<string[]>()
  const house = await openHouse({ reach: { resolve: () => promise, mayReach: () => false } })
  const mara = await house.comes('Mara', 'keeper')
  await mara.does('bring-source', { address: 'http://slow.example.org/' })
  await mara.does('import-source', { name: 'run.md', text: 'A purge is a way to empty a cache.\n' })
  const open = house.whorl.store.db.selectFrom('job').select('kind').where('done_at', 'is', null)
  await expect.poll(() => open.execute(), { timeout: 10_000 }).toEqual([{ kind: 'bring' }])
  answered(['10.0.0.1'])
  await house.whorl.settle()
  expect((await mara.does('list-arrivals', {})).arrivals).toMatchObject([{ state: 'refused' }])
})

test('What could not be fetched says why, and can be tried again', async () => {
  const answers: Record<string, object> = {}
  const { url, reach } = await answeringPlace(answers)
  const { house, mara, brings } = await opened(reach)
  const came = await brings({ address: `${url}/late` })
  expect(came).toMatchObject({ state: 'refused', fault: 'There is no such page there.' })
  answers['/late'] = { body: 'Ask Jun first.', headers: { 'content-type': 'text/plain' } }
  await mara.does('look-again', { arrival: came?.id ?? '' })
  await house.whorl.settle()
  expect((await mara.does('list-arrivals', {})).arrivals).toMatchObject([{ state: 'in', fault: null }])
  const refusal = await mara.isRefused('bring-source', { address: 'http://localhost/' })
  expect([refusal.kind, refusal.field]).toEqual(['unfit', 'address'])
})

test('By default nothing of this machine is reached, by its number, by a name or by a redirect', async () => {
  const { brings } = await opened()
  for (const address of ['http://127.0.0.1:4747/', 'http://[::1]/', 'http://169.254.169.254/latest/', 'http://0x7f.1/'])
    expect(await brings({ address })).toMatchObject({
      state: 'refused',
      fault: expect.stringMatching(/private network/),
    })
})

test('A file is the new version of a source when it is brought as one, and the pages that cite it are marked', async () => {
  const { house, mara, ben, brings } = await opened()
  const first = await brings({ name: 'run.pdf', bytes: base64(pdfOf([['It takes ten minutes.'], ['Ask Jun.']])) })
  const source = first?.source ?? ''
  await mara.does('import-page', { markdown: '---\ntitle: A\n---\n\nTen. ^[run.md:7] Ask. ^[run.md:9]\n' })
  const second = base64(pdfOf([['New.', 'It takes ninety minutes.'], ['Ask Jun.']]))
  expect(await brings({ name: 'run v2.pdf', bytes: second, replaces: source })).toMatchObject({
    source,
    already: false,
  })
  const { citations } = await ben.does('read-page', { topic: 'a' })
  expect(citations.map(({ fromLine, page, changed }) => [fromLine, page, changed?.now])).toEqual([
    [8, 1, 'It takes ninety minutes.'],
    [10, 2, undefined],
  ])
  expect(await brings({ name: 'run v2.pdf', bytes: second, replaces: source })).toMatchObject({ source, already: true })
  expect((await ben.does('read-source', { source, version: 1 })).lines).toHaveLength(9)
  expect(house.faults).toEqual([])
})

test('Whoever may not see a source has nothing of it', async () => {
  const { house, mara, ben } = await opened()
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  const bytes = base64(pdfOf([['Secret']]))
  await mara.does('bring-source', { name: 'a.pdf', bytes, area: slug })
  await house.whorl.settle()
  const source = (await mara.does('list-sources', {})).sources[0]?.id ?? ''
  for (const act of ['source-file', 'read-source', 'compare-source'] as const)
    expect((await ben.isRefused(act, { source, ...(act === 'compare-source' && { from: 1 }) })).kind).toBe('absent')
  // The same bytes in the open are another source, so that nobody learns by them what is in a closed area.
  const olga = await house.comes('Olga', 'keeper')
  const { arrival } = await olga.does('bring-source', { name: 'a.pdf', bytes })
  await house.whorl.settle()
  expect((await olga.does('list-arrivals', {})).arrivals).toMatchObject([{ id: arrival, already: false }])
})

test('What is brought to an area is not kept there once whoever brought it is no longer in it', async () => {
  const { house } = await opened()
  const olga = await house.comes('Olga', 'owner')
  const { slug } = await olga.does('make-area', { name: 'Board room' })
  await olga.does('bring-source', { name: 'a.pdf', bytes: base64(pdfOf([['Secret']])), area: slug })
  // It is read in a process of its own, which takes longer than this.
  await house.whorl.store.write(({ db }) => db.deleteFrom('area_member').where('person_id', '=', olga.id).execute())
  await house.whorl.settle()
  expect(await house.whorl.store.db.selectFrom('source').select('id').execute()).toEqual([])
})

test('A browser is given a file to save and never to show, and only to whoever may see it', async () => {
  const { house, ben, brings } = await opened()
  const html = '<!doctype html><title>B</title><p>Ask Jun.</p><script>alert(1)</script>'
  const source = (await brings({ name: 'Übersicht “B”.html'.replace(/[“”]/g, "'"), bytes: base64(html) }))?.source ?? ''
  const door = doorOf(house)
  const path = `/api/team/source-file/file?source=${source}`
  const { status, headers, text } = await door.fetch(path, { cookie: await door.signIn(ben) })
  expect([status, text]).toEqual([200, html])
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="_bersicht _B_.html"; filename*=UTF-8\'\'%C3%9Cbersicht%20%27B%27.html',
  )
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect((await door.fetch(path)).status).toBe(401)
  expect((await door.fetch(`${path}x`, { cookie: await door.signIn(ben) })).status).toBe(404)
  expect((await door.fetch(`/api/team/read-source/file?source=${source}`)).status).toBe(404)
})

test('The command line brings files and addresses, and says of each whether it is kept', async () => {
  const { url, reach } = await answeringPlace({ '/run': { body: '<p>Ask Jun first, whatever it is.</p>' } })
  const { house } = await opened(reach)
  const folder = await freshFolder()
  writeFileSync(join(folder, 'run.pdf'), pdfOf([['A']]))
  writeFileSync(join(folder, 'scan.pdf'), scannedPdf())
  const line = commandLineOf(house, await serverOf(house))
  const files = ['run.pdf', 'scan.pdf', 'gone.pdf'].map((name) => join(folder, name))
  const said = await line('bring', ...files, `${url}/run`)
  expect(said.code).toBe(1)
  expect(said.out).toMatch(/run\.pdf: is in \(.+\)\n.+\/run: is in \(.+\)\n$/)
  expect(said.error).toMatch(/scan\.pdf: not kept\. Its pages are pictures.*\n.*gone\.pdf: not kept\. .*no such file/)
  const again = await line('bring', '--json', join(folder, 'run.pdf'))
  expect([again.code, JSON.parse(again.out)]).toMatchObject([0, [{ already: true, fault: null }]])
  expect((await line('bring')).code).toBe(2)
  expect((await line('bring', '--area')).code).toBe(2)
})

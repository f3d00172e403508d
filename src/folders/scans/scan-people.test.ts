import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCommits, git, type MadeCommit, madeRepository } from '../../../test/made-repository.ts'
import { freshFolder } from '../../../test/stores.ts'
import { scanFolder } from './scan-folder.ts'

const INA = 'Ina Falk <ina@mill.example>'
const ODD = 'Odd Ruud <odd@mill.example>'
const PIA = 'Pia Moe <pia@dam.example>'

function scan(root: string) {
  const given = {
    path: root,
    data: freshFolder(),
    now: '2026-10-01T00:00:00.000Z',
    progress: () => {},
    found: () => {},
  }
  const { findings, notes, commits } = scanFolder(given)
  return { lines: findings.flatMap(({ kind, line }) => (kind === 'held-by-one' ? [line] : [])), notes, commits }
}

/** Twelve changes of a folder of six files, by these people in turn, and one much later by Pia. */
function shared(by: string[], how: { says?: string; folder?: string; after?: MadeCommit[] } = {}): MadeCommit[] {
  const folder = how.folder ?? 'mill/stones'
  const changes = Array.from({ length: 12 }, (_, n) => ({
    by: by[n % by.length] ?? '',
    on: `2025-${String(n + 1).padStart(2, '0')}-04`,
    says: `Dress the stones ${n}${how.says ?? ''}`,
    files: { [`${folder}/s${n % 6}.c`]: `${lines(n % 6)}change ${n}\n` },
  }))
  const [now = 'mill/stones/s1.c'] = how.after?.flatMap(({ moves = {} }) => Object.values(moves)) ?? []
  const path = now.endsWith('.c') ? now : `${now}/s1.c`
  const late = { by: PIA, on: '2026-09-01', says: 'Widen the furrows', files: { [path]: `${lines(1)}wide\n` } }
  return [
    ...changes,
    ...(how.after ?? []),
    { ...late, files: how.folder ? { [`${folder}/s1.c`]: 'wide' } : late.files },
  ]
}

const lines = (n: number) => Array.from({ length: 20 }, (_, k) => `line ${k} of stone ${n}\n`).join('')

test('Whoever changed a folder alone is still found', () => {
  expect(scan(madeRepository(shared([INA]))).lines).toEqual([
    'Ina Falk alone had changed mill/stones/ (6 of its 6 files); Pia Moe changed mill/stones/s1.c on 1 September 2026.',
  ])
})

test.each([
  '\nCo-authored-by: Odd Ruud <odd@mill.example>',
  '\n\nCo-authored-by: Odd Ruud <odd@mill.example>',
  '\n\nCO-AUTHORED-BY:Odd Ruud <odd@mill.example>\nSigned-off-by: Ina Falk <ina@mill.example>',
  '\n\nCo authored by: Odd Ruud <odd@mill.example>',
  '\n\n* Turn\n\nCo-authored-by: Odd Ruud <odd@mill.example>\n\n* Grind\n\nMore words.',
  '\n\nPair-programmed-with: Odd Ruud',
  '\n\nPaired-with: @oddruud',
  '\n\nCo-authors: Odd Ruud <odd@mill.example>, Liv Hass <liv@mill.example>',
  '\n\nCo-developed-by: Odd Ruud <odd@mill.example>',
  '\n\nCo-authored-by: Odd Ruud <ina@mill.example>',
  '\n\nSquashed commit of the following:\n\ncommit 1234\nAuthor: Odd Ruud <odd@mill.example>\nDate: today\n\n    Turn',
])('Who wrote it with somebody did not do so alone: %j', (says) => {
  expect(scan(madeRepository(shared([INA], { says }))).lines).toEqual([])
})

test.each([
  ', with: more care',
  '\n\nReviewed-by: Odd Ruud <odd@mill.example>',
  '\n\nSigned-off-by: Odd Ruud <odd@mill.example>',
  '\n\nCo-authored-by: Ina Falk <ina@home.example>',
  '\n\nCo-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  '\n\nCo-Authored-By: Claude <noreply@anthropic.com>',
])('Who reviews, oneself and machines are no other authors: %j', (says) => {
  expect(scan(madeRepository(shared([INA], { says }))).lines).toHaveLength(1)
})

test.each([
  ['one address', ['Ina Falk <build@rig>', 'Odd Ruud <build@rig>', 'Liv Hass <build@rig>']],
  ['an address of no one', ['Ina Falk <noreply@git.example>', 'Odd Ruud <noreply@git.example>']],
  ['one name under two addresses', ['Kim Lie <kim@north.example>', 'Kim Lie <kim@south.example>']],
  ['names of pairs', ['Ina Falk and Odd Ruud <pair+ina+odd@mill.example>']],
  ['a name of nobody', ['root <root@localhost>']],
  ['two accounts', ['Kim Lie <11+kim@users.noreply.hub.example>', 'Kim Lie <12+kimlie@users.noreply.hub.example>']],
])('Several people with %s are not one', (_, people) => {
  expect(scan(madeRepository(shared(people))).lines).toEqual([])
})

test.each([
  ['names of one at one address', ['Ina Falk <i@mill.example>', 'ifalk <i@mill.example>', 'Ina <I@mill.example>']],
  ['one account', ['Ina Falk <11+ina@users.noreply.hub.example>', 'Ina Falk <11+inaf@users.noreply.hub.example>']],
  ['machines beside her', [INA, INA, 'renovate[bot] <1+renovate[bot]@users.noreply.hub.example>']],
])('%s are one person', (_, people) => {
  expect(scan(madeRepository(shared(people))).lines[0]).toMatch(/^Ina Falk alone had changed/)
})

test('One name under two addresses is said to be perhaps two people, until a .mailmap says who is one', () => {
  const root = madeRepository(shared(['Kim Lie <kim@north.example>', 'Kim Lie <kim@south.example>']))
  expect(scan(root).notes).toEqual([expect.stringMatching(/^“Kim Lie” stands under several addresses/)])
  writeFileSync(join(root, '.mailmap'), 'Kim Lie <kim@north.example> <kim@south.example>\n')
  expect(scan(root)).toMatchObject({ lines: [expect.stringMatching(/^Kim Lie alone/)], notes: [] })
})

test.each([
  ['<ina@mill.example> <ina@home.example>'],
  ['Ina Falk <ina@mill.example> <ina@home.example>'],
  ['Ina Falk <ina@mill.example> ina <ina@home.example>'],
  ['Ina Falk <ina@home.example>\nIna Falk <ina@mill.example> <ina@home.example>'],
])('A .mailmap is followed, also for those whom messages name: %j', (mailmap) => {
  const says = '\n\nCo-authored-by: ina <ina@home.example>'
  const root = madeRepository(shared([INA], { says }))
  expect(scan(root).lines).toEqual([])
  writeFileSync(join(root, '.mailmap'), `${mailmap}\n`)
  expect(scan(root).lines).toHaveLength(1)
})

test('Of an address that several wrote under, a .mailmap decides', () => {
  const root = madeRepository(shared(['Ina Falk <build@rig>', 'Odd Ruud <build@rig>']))
  writeFileSync(join(root, '.mailmap'), 'Ina Falk <ina@mill.example> <build@rig>\n')
  expect(scan(root).lines[0]).toMatch(/^Ina Falk alone/)
  const two = 'Ina Falk <ina@mill.example> Ina Falk <build@rig>\nOdd Ruud <odd@mill.example> Odd Ruud <build@rig>\n'
  writeFileSync(join(root, '.mailmap'), two)
  expect(scan(root).lines).toEqual([])
})

test('A mailmap.file is followed, and one that is written again', () => {
  const root = madeRepository(shared(['Kim Lie <kim@north.example>', 'Kim Lie <kim@south.example>']))
  const file = join(freshFolder(), 'who')
  git(root, 'config', 'mailmap.file', file)
  const data = freshFolder()
  const found = () =>
    scanFolder({ path: root, data, now: '2026-10-01T00:00:00.000Z', progress: () => {}, found: () => {} }).findings
  expect(found().filter(({ kind }) => kind === 'held-by-one')).toEqual([])
  appendFileSync(file, 'Kim Lie <kim@north.example> <kim@south.example>\n')
  expect(found().filter(({ kind }) => kind === 'held-by-one')).toHaveLength(1)
})

test('A mailmap.file that never ends is not followed', () => {
  const root = madeRepository(shared([INA]))
  git(root, 'config', 'mailmap.file', '/dev/zero')
  expect(scan(root).lines).toHaveLength(1)
})

test('A clone whose history is cut is said to be, and nothing is found of people', () => {
  const whole = madeRepository(shared([INA, ODD], { after: [{ by: INA, on: '2026-01-05', says: 'Oil', files: {} }] }))
  const clone = join(freshFolder(), 'clone')
  git(whole, 'clone', '-q', '--depth', '8', `file://${whole}`, clone)
  const { lines, notes } = scan(clone)
  expect(lines).toEqual([])
  expect(notes).toEqual([expect.stringMatching(/^Its history is cut.*2025.*unshallow/)])
  git(clone, 'fetch', '-q', '--unshallow')
  expect(scan(clone).notes).toEqual([])
})

test('A graft that takes the beginning away cuts a history, too', () => {
  const root = madeRepository(shared([ODD, ODD, ODD, INA, INA, INA, INA, INA, INA, INA, INA, INA]))
  git(root, 'replace', '--graft', 'HEAD~9')
  expect(scan(root)).toMatchObject({ lines: [], notes: [expect.stringMatching(/^Its history is cut/)] })
})

test('A clone without its trees is said not to have been read', () => {
  const whole = madeRepository(shared([INA]))
  git(whole, 'config', 'uploadpack.allowFilter', 'true')
  const clone = join(freshFolder(), 'clone')
  git(whole, 'clone', '-q', '--no-checkout', '--filter=tree:0', `file://${whole}`, clone)
  expect(scan(clone)).toMatchObject({ lines: [], notes: [expect.stringMatching(/could not read/)] })
})

test('A folder that moved is the same folder', () => {
  const move = { by: INA, on: '2026-01-05', says: 'Move', moves: { 'mill/stones': 'works/stones' } }
  const after = Array.from({ length: 5 }, (_, n) => ({
    by: INA,
    on: `2026-01-1${n}`,
    says: `Oil ${n}`,
    files: { [`works/stones/s${n}.c`]: `${lines(n)}oiled\n` },
  }))
  const moved = (people: string[]) => scan(madeRepository(shared(people, { after: [move, ...after] }))).lines
  expect(moved([INA, ODD])).toEqual([])
  expect(moved([INA])[0]).toMatch(/^Ina Falk alone had changed works\/stones\/ \(6 of its 6 files\)/)
})

test('Whoever only moves files has neither written them nor changed them', () => {
  const move = { by: ODD, on: '2026-01-05', says: 'Move', moves: { 'mill/stones': 'works/stones' } }
  expect(scan(madeRepository(shared([INA], { after: [move] }))).lines[0]).toMatch(/^Ina Falk alone.*Pia Moe changed/)
  const late = { ...move, on: '2026-09-02' }
  expect(scan(madeRepository([...shared([INA]).slice(0, -1), late])).lines).toEqual([])
})

test('Whoever brings a whole project in has not written it', () => {
  const files = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`mill/stones/s${n}.c`, `${lines(n)}old\n`]))
  const first = { by: INA, on: '2024-12-01', says: 'Everything so far', files }
  expect(scan(madeRepository([first, ...shared([INA])])).lines).toEqual([])
  const start = { by: ODD, on: '2024-01-01', says: 'Start', files: { 'README.md': 'A mill' } }
  const later = { ...first, says: 'Import the stones from the old repository' }
  expect(scan(madeRepository([start, later, ...shared([INA])])).lines).toEqual([])
})

test('A squashed subtree was written elsewhere', () => {
  const says = "Squashed 'mill/stones/' content\n\ngit-subtree-dir: mill/stones\ngit-subtree-split: 1234"
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`s${n}.c`, `${lines(n)}old\n`]))
  const root = madeRepository([{ by: ODD, on: '2024-11-01', says: 'Start', files: { 'README.md': 'A mill' } }])
  const start = git(root, 'rev-parse', 'main').trim()
  addCommits(root, [{ by: INA, on: '2024-12-01', says, files }])
  git(root, 'read-tree', start)
  git(root, 'read-tree', '--prefix=mill/stones/', 'main')
  const me = ['-c', 'user.name=Ina Falk', '-c', 'user.email=ina@mill.example']
  const merge = git(
    root,
    ...me,
    'commit-tree',
    git(root, 'write-tree').trim(),
    '-p',
    start,
    '-p',
    'main',
    '-m',
    'Merge',
  )
  addCommits(root, shared([INA]), merge.trim())
  expect(scan(root)).toMatchObject({ lines: [], commits: 15 })
})

test('A submodule is the history of others', () => {
  const pinned = shared([INA]).map(({ files: _, ...one }, n) => ({
    ...one,
    submodules: { [`mill/stones/s${n % 6}`]: String(n).padStart(40, 'a') },
  }))
  expect(scan(madeRepository(pinned))).toMatchObject({ lines: [], commits: 13 })
})

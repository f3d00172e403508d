import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeUpChat } from '../../test/made-up-chat.ts'
import { isSlackExport, readSlackExport } from './read-slack-export.ts'

const read = (files: Record<string, string | null>) =>
  readSlackExport({
    paths: Object.keys(files),
    read: (path) => {
      const text = files[path]
      return text == null ? { fault: 'It could not be read.' } : { text }
    },
    progress: () => {},
  })

const lists = { 'users.json': '[{"id":"U1","name":"ana"}]', 'channels.json': '[{"id":"C1","name":"a"}]' }
const day = (...messages: object[]) => ({ ...lists, 'a/2026-01-01.json': JSON.stringify(messages) })
const words = (text: string) => read(day({ type: 'message', user: 'U1', ts: '1', text })).messages[0]?.words

test('What people said in public channels is read, in the order in which they said it', () => {
  const { messages, channels, unread } = read(madeUpChat())
  expect(channels).toBe(2)
  expect(messages.map(({ at }) => at)).toEqual(messages.map(({ at }) => at).sort())
  expect(messages.some(({ by }) => by.id === 'UBOT')).toBe(false)
  expect(messages.some(({ words }) => words.includes('has joined'))).toBe(false)
  expect(messages.find(({ words }) => words.startsWith('Yes: go'))).toMatchObject({
    by: { id: 'UMARA', name: 'Mara', gone: false },
    thread: expect.stringMatching(/^\d+\.000000$/),
    signs: [{ name: 'pray', by: ['UBEN'] }],
  })
  expect(unread.map(({ path }) => path).sort()).toEqual(['DANABEN/', 'dms.json', 'groups.json', 'wages/'])
})

test('What was said in private is left out, and that is said', () => {
  const files = {
    ...madeUpChat(),
    'channels.json': '[{"name":"general"},{"name":"ovens","is_private":true},{"name":"wages"}]',
  }
  const { messages, unread } = read(files)
  expect(new Set(messages.map(({ channel }) => channel))).toEqual(new Set(['general']))
  expect(JSON.stringify(messages)).not.toMatch(/wages|diary/)
  expect(unread).toContainEqual({ path: 'ovens/', reason: 'It is private: left out.' })
  expect(unread).toContainEqual({
    path: 'groups.json',
    reason: expect.stringMatching(/^Private channels are left out/),
  })
})

test.each([
  ['<@U1> and <@U9|bo> and <@U8>', '@ana and @bo and @someone'],
  ['in <#C1|general> or <#C1> or <#C1|> or <#C2> or <#C02AB>', 'in #general or #a or #a or #unlisted or #unlisted'],
  [
    '<!here> <!channel|channel> <!subteam^S1|@ovens> <!subteam^S1> <!date^1^x|on Monday> <!date^86400^{date}>',
    '@here @channel @ovens @a group on Monday 1970-01-02',
  ],
  ['see <https://a.example/b?c=1&amp;d>', 'see https://a.example/b?c=1&d'],
  ['see <https://a.example|the list>', 'see the list (https://a.example)'],
  ['<mailto:a@b.example|a@b.example>', 'mailto:a@b.example'],
  ['1 &lt; 2 &amp;amp; `a &gt; b`', '1 < 2 &amp; `a > b`'],
  ['a <b> < c', 'a b < c'],
])('%j reads %j', (text, plain) => {
  expect(words(text)).toBe(plain)
})

test('Times before 1970 are times; what is none is counted and named, and stops nothing', () => {
  const good = { type: 'message', user: 'U1', text: 'Long ago' }
  const { messages, unread } = read(
    day(
      { ...good, ts: '-86400.5' },
      { ...good, ts: 'soon' },
      { ...good },
      null as never,
      { ...good, ts: 99 },
      { ...good, ts: '1e400' },
    ),
  )
  expect(messages.map(({ at }) => at)).toEqual(['1969-12-30T23:59:59.500Z', '1970-01-01T00:01:39.000Z'])
  expect(unread).toEqual([
    { path: 'a/2026-01-01.json', reason: '4 of its 6 messages could not be read; the rest was.' },
  ])
})

test('Without a list of people they are named by their messages; without one of channels nothing is read', () => {
  const message = { type: 'message', user: 'U7', ts: '1', text: 'Hello', user_profile: { real_name: 'Ines' } }
  const { 'users.json': _, ...noPeople } = day(message)
  expect(read(noPeople)).toMatchObject({ messages: [{ by: { name: 'Ines' } }], unread: [{ path: 'users.json' }] })
  const { 'channels.json': __, ...noChannels } = day(message)
  expect(read(noChannels)).toMatchObject({ messages: [], unread: [{ path: 'channels.json' }, { path: 'a/' }] })
})

test('Files that are damaged are named, and the rest is read', () => {
  const files = {
    ...day({ type: 'message', user: 'U1', ts: '1', text: 'Hello' }),
    'a/2026-01-02.json': '[{"type":',
    'a/2026-01-03.json': '{"messages":[]}',
    'a/2026-01-04.json': null,
    'a/2026-01-05.json': '[',
  }
  const { messages, unread } = read(files)
  expect(messages).toHaveLength(1)
  expect(unread).toEqual([
    { path: 'a/2026-01-02.json', reason: 'It is no list in whole JSON.' },
    { path: 'a/2026-01-03.json', reason: 'It is no list in whole JSON.' },
    { path: 'a/2026-01-04.json', reason: 'It could not be read.' },
    { path: 'a/2026-01-05.json', reason: 'It is no list in whole JSON.' },
  ])
})

test('A message is read once, though it stands in two days', () => {
  const one = JSON.stringify([{ type: 'message', user: 'U1', ts: '1.5', text: 'Hello' }])
  expect(read({ ...lists, 'a/2026-01-01.json': one, 'a/2026-01-02.json': one }).messages).toHaveLength(1)
})

test('An export is known by its lists and its days', () => {
  expect(isSlackExport(Object.keys(madeUpChat()))).toBe(true)
  expect(isSlackExport(['users.json', 'a/2026-01-01.json'])).toBe(true)
  expect(isSlackExport(['users.json', 'package.json', 'readme.md'])).toBe(false)
  expect(isSlackExport(['a/2026-01-01.json'])).toBe(false)
})

test('Whatever JSON the files hold, it is read or named', () => {
  const fields = fc.constantFrom('type', 'user', 'text', 'ts', 'thread_ts', 'reactions', 'user_profile', 'name', 'id')
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fields, fc.jsonValue()),
    fc.array(fc.dictionary(fields, fc.jsonValue())),
  )
  fc.assert(
    fc.property(odd, odd, odd, odd, (users, channels, groups, messages) => {
      const given = {
        'users.json': users,
        'channels.json': channels,
        'groups.json': groups,
        'a/2026-01-01.json': [...(Array.isArray(messages) ? messages : []), messages],
      }
      const files = Object.fromEntries(Object.entries(given).map(([path, value]) => [path, JSON.stringify(value)]))
      read(files)
      read({ ...files, 'channels.json': lists['channels.json'] })
    }),
  )
})

/** The door for agents, by streamable HTTP and the official client: what they read, what waits, and what is kept from them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { type Agent, agentBy, onPort } from './agents.ts'
import { type Door, doorOf } from './door.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound, type Round } from './round.ts'
import { root } from './source.ts'

let house: House
let door: Door
let url: string
let round: Round
let mara: Somebody
let ben: Somebody
let robin: Agent
let robins: string
let maras: string

const MOST_TOOLS = 20

/** How often something is kept. */
async function kept(
  table: 'question' | 'topic' | 'source' | 'journal' | 'page_version' | 'proposal' | 'turn',
): Promise<number> {
  const count = house.whorl.store.db.selectFrom(table).select((eb) => eb.fn.countAll().as('n'))
  return Number((await count.executeTakeFirstOrThrow()).n)
}

const keptAll = async () =>
  Promise.all([kept('question'), kept('topic'), kept('source'), kept('page_version'), kept('proposal')])

beforeAll(async () => {
  house = await openHouse()
  door = doorOf(house)
  url = await onPort(door)
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
  round = await goRound(house, { mara, ben, ana: await house.comes('Ana', 'member') }, 'Zebra')
  const { secret, agent } = await ben.does('make-agent-key', { name: 'Robin' })
  robins = agent
  robin = await agentBy(url, secret)
  maras = (await mara.does('make-agent-key', { name: 'Wagtail' })).secret
}, 60_000)

const rpc = (name: string, input: unknown) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } })

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body,
  })

describe('The tools', () => {
  test('are at most twenty, made from the acts, each with what it is and takes', async () => {
    const { tools } = await robin.client.listTools()
    expect(tools.length).toBeLessThanOrEqual(MOST_TOOLS)
    expect(tools.map(({ name }) => name)).toEqual(acts.filter(({ tool }) => tool).map(({ name }) => name))
    // Over the network, no path is ever read: documents are given themselves.
    expect(tools.find(({ name }) => name === 'scan')?.inputSchema.properties).not.toHaveProperty('path')
    for (const { name, description, inputSchema, annotations } of tools) {
      const act = acts.find((one) => one.name === name)
      expect(act, name).toBeDefined()
      expect(description?.startsWith(act?.says ?? 'no act'), name).toBe(true)
      expect(inputSchema.type, name).toBe('object')
      expect(annotations?.readOnlyHint, name).toBe(act?.reads)
    }
  })

  test('stand in the documents, all of them and no other', async () => {
    const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8')
    const { tools } = await robin.client.listTools()
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
    expect(told.sort()).toEqual(tools.map(({ name }) => name).sort())
  })

  test('say in their instructions that what is written waits', () => {
    expect(robin.client.getInstructions()).toMatch(/waits for the person/)
  })

  test('read as the person does whose agent it is', async () => {
    const { topics } = await robin.does('list-topics')
    expect(topics).toEqual((await ben.does('list-topics', {})).topics)
    const { markdown } = await robin.does('read-page-text', { topic: 'zebra-purge' })
    expect(markdown).toContain('Zebra by hand.')
    expect((await robin.does('who-knows', { topic: round.topic })).people.length).toBeGreaterThan(0)
  })
})

describe('Assistants find', () => {
  test('what was said by search, and read it whole by fetch, each with where it stands', async () => {
    const { results, ...rest } = await robin.does('search', { query: 'Zebra purge' })
    expect(rest).toEqual({})
    const kinds = new Set<string>()
    for (const one of results) {
      expect(Object.keys(one)).toEqual(['id', 'title', 'text', 'url'])
      const found = await robin.does('fetch', { id: one.id })
      expect(found).toMatchObject({ id: one.id, title: one.title, url: one.url })
      expect(found.text).toMatch(/Zebra/)
      expect(one.url.startsWith(`${url}/team/`)).toBe(true)
      kinds.add(found.metadata.kind)
      if (found.metadata.kind === 'claim') expect(found.metadata.by).toBe('Mara')
    }
    expect([...kinds].sort()).toEqual(['claim', 'page', 'question', 'source'])
    const page = results.find((one: { id: string }) => one.id.startsWith('page:'))
    expect(page.url).toBe(`${url}/team/t/zebra-purge`)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['search', {}, 'query'],
    ['search', { query: 'a\0' }, 'query'],
    ['search', { query: 'a', words: 'b', zeal: 1 }, 'zeal'],
    ['fetch', { id: 'claim:no-such-line' }, 'id'],
    ['fetch', { id: 'no-such-kind' }, 'id'],
  ])('out by %s what is wrong with %j', async (tool, input, field) => {
    expect((await robin.isRefused(tool, input)).field).toBe(field)
  })
})

describe('What an agent writes', () => {
  test('waits for its person, is seen by nobody else, and is done once as theirs when they say so', async () => {
    const before = await kept('question')
    const words = 'Who drains the pools at night?'
    const waits = await robin.does('ask', { topic: 'zebra-purge', words, of: mara.id })
    expect(waits).toMatchObject({ waits: true, for: 'Ben' })
    expect(await robin.does('ask', { topic: 'zebra-purge', words, of: mara.id })).toEqual(waits)
    expect(await kept('question')).toBe(before)

    const { proposals } = await ben.does('list-proposals', {})
    expect(proposals).toEqual([
      {
        id: waits.proposal,
        agent: 'Robin',
        act: 'ask',
        topic: expect.objectContaining({ title: 'Zebra purge' }),
        fields: [
          { field: 'topic', value: 'Zebra purge', more: 0 },
          { field: 'words', value: words, more: 0 },
          { field: 'of', value: 'Mara', more: 0 },
        ],
        at: house.now(),
      },
    ])
    const { things } = await ben.does('today', {})
    expect(things.filter(({ kind }) => kind === 'proposed')).toHaveLength(1)
    expect((await mara.does('list-proposals', {})).proposals).toEqual([])
    for (const act of ['accept-proposal', 'decline-proposal'] as const) {
      expect((await mara.isRefused(act, { proposal: waits.proposal })).kind).toBe('absent')
    }

    const done = await ben.does('accept-proposal', { proposal: waits.proposal }, waits.proposal)
    expect(done.act).toBe('ask')
    expect(await ben.does('accept-proposal', { proposal: waits.proposal }, waits.proposal)).toEqual(done)
    expect((await ben.isRefused('accept-proposal', { proposal: waits.proposal })).kind).toBe('absent')
    expect(await kept('question')).toBe(before + 1)
    await house.whorl.settle()
    const { questions } = await mara.does('list-questions', { topic: round.topic })
    expect(questions.find((one) => one.words === words)?.askedBy?.name).toBe('Ben')
    const entries = await house.whorl.store.db
      .selectFrom('journal')
      .select(['act', 'door', 'by_person'])
      .where('act', 'in', ['ask', 'propose', 'accept-proposal'])
      .orderBy('seq', 'desc')
      .limit(3)
      .execute()
    expect(entries).toEqual([
      { act: 'accept-proposal', door: 'test', by_person: ben.id },
      { act: 'ask', door: 'mcp', by_person: ben.id },
      { act: 'propose', door: 'mcp', by_person: ben.id },
    ])
  })

  test('is forgotten when they say no, and leaves no words behind once it is settled', async () => {
    const before = await kept('topic')
    const { proposal } = await robin.does('start-topic', { title: 'Quagga migration' })
    await ben.does('decline-proposal', { proposal })
    expect((await ben.isRefused('accept-proposal', { proposal })).kind).toBe('absent')
    expect(await kept('topic')).toBe(before)
    expect((await ben.does('list-proposals', {})).proposals).toEqual([])
    const rows = await house.whorl.store.db.selectFrom('proposal').select(['settled_as', 'input']).execute()
    expect(rows.map(({ settled_as }) => settled_as).sort()).toEqual(['accepted', 'declined'])
    expect(rows.map(({ input }) => input)).toEqual([null, null])
  })

  test('stays, with the reason, when it cannot be done', async () => {
    const page = await ben.does('read-page-text', { topic: round.topic })
    const stale = { topic: round.topic, version: page.version - 1, markdown: page.markdown }
    const { proposal } = await robin.does('edit-page', stale)
    const versions = await kept('page_version')
    const journal = await kept('journal')
    expect((await ben.isRefused('accept-proposal', { proposal })).kind).toBe('clash')
    expect([await kept('page_version'), await kept('journal')]).toEqual([versions, journal])
    expect((await ben.does('list-proposals', {})).proposals.map(({ id }) => id)).toEqual([proposal])
    await ben.does('decline-proposal', { proposal })
  })

  test('is refused at once where its person may not do it', async () => {
    const wren = await house.comes('Wren', 'reader')
    const { secret } = await wren.does('make-agent-key', { name: 'Finch' })
    const finch = await agentBy(url, secret)
    const before = await keptAll()
    expect((await finch.isRefused('ask', { topic: round.topic, words: 'Why?' })).refusal).toBe('not-yours')
    expect(await keptAll()).toEqual(before)
  })

  test('takes one place of Today, however much it is, and has an end', async () => {
    const jo = await house.comes('Jo', 'member')
    const { secret } = await jo.does('make-agent-key', { name: 'Chatter' })
    const chatter = await agentBy(url, secret)
    for (let n = 1; n <= 50; n++) await chatter.does('start-topic', { title: `Topic ${n}` })
    expect((await chatter.isRefused('start-topic', { title: 'One more' })).refusal).toBe('too-many')
    expect((await jo.does('today', {})).things.map(({ kind }) => kind)).toEqual(['proposed'])
  })

  test('waits as a scan of documents does, and shows no more of it than a person can look at', async () => {
    const documents = [{ path: 'a.md', text: 'A purge. '.repeat(5000) }]
    const { proposal } = await (await agentBy(url, maras)).does('scan', { documents })
    expect(await kept('turn')).toBe(0)
    const { proposals } = await mara.does('list-proposals', {})
    expect(proposals[0]?.fields[0]).toMatchObject({ field: 'documents', more: expect.any(Number) })
    expect(proposals[0]?.fields[0]?.more).toBeGreaterThan(20_000)
    const { outcome } = await mara.does('accept-proposal', { proposal })
    await house.whorl.settle()
    expect((await mara.does('read-scan', { scan: String(outcome.scan) })).scan.state).toBe('scanned')
    const much = [{ path: 'a.md', text: 'A'.repeat(1_100_000) }]
    expect((await (await agentBy(url, maras)).isRefused('scan', { documents: much })).field).toBe('input')
  })

  test('that gives a secret, is of the house, or settles what waits, cannot be proposed at all', async () => {
    const others = ['invite', 'make-agent-key', 'create-space', 'accept-proposal', 'propose', 'today', 'no-such-act']
    for (const act of others) {
      const refusal = await ben.isRefused('propose', { act, input: {}, agent: 'Robin' })
      expect([act, refusal.kind, refusal.field]).toEqual([act, 'absent', 'act'])
    }
  })
})

describe('A key', () => {
  test('is shown once and kept as a hash, listed to its person alone, and ended by them', async () => {
    const made = await ben.does('make-agent-key', { name: 'Sparrow' })
    const sparrow = await agentBy(url, made.secret)
    const rows = await house.whorl.store.db.selectFrom('agent_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(made.secret)
    expect((await ben.does('list-agent-keys', {})).agents.map(({ name }) => name)).toEqual(['Robin', 'Sparrow'])
    expect((await mara.does('list-agent-keys', {})).agents.map(({ name }) => name)).toEqual(['Wagtail'])
    expect((await mara.isRefused('end-agent-key', { agent: made.agent })).kind).toBe('absent')
    await sparrow.does('list-topics')
    await ben.does('end-agent-key', { agent: made.agent })
    await expect(sparrow.does('list-topics')).rejects.toThrow(/key of an agent/)
    expect((await ben.isRefused('end-agent-key', { agent: made.agent })).kind).toBe('absent')
    expect(robins).not.toBe(made.agent)
  })

  test('opens one space only, and nothing once its person is not there', async () => {
    const kit = await house.comes('Kit', 'member')
    const { secret } = await kit.does('make-agent-key', { name: 'Crow' })
    const crow = await agentBy(url, secret)
    await house.whorl.store.db.deleteFrom('membership').where('person_id', '=', kit.id).execute()
    expect((await crow.isRefused('list-topics')).refusal).toBe('absent')
  })

  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['one that never was', { authorization: 'Bearer whorl_no-such-key' }],
    ['a word that is no key', { authorization: 'Basic d2hvOnJs' }],
    ["the folder owner's word", { authorization: 'Bearer the owner of the folder' }],
  ])('is asked for where there is %s', async (_, headers) => {
    const response = await post(rpc('list-topics', {}), headers)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  test('is asked for where a session came instead', async () => {
    const cookie = await door.signIn(ben)
    const response = await post(rpc('list-topics', {}), { cookie, origin: url })
    expect(response.status).toBe(401)
  })
})

describe('Bad input', () => {
  test.each<[string, string, Record<string, unknown>, string, string]>([
    ['the wrong kind', 'ask', { topic: 7, words: 'Why?' }, 'unfit', 'topic'],
    ['a field that is none', 'ask', { topic: 'a', words: 'Why?', zeal: 1 }, 'unfit', 'zeal'],
    ['a field missing', 'ask', { topic: 'zebra-purge' }, 'unfit', 'words'],
    ['U+0000', 'ask', { topic: 'zebra-purge', words: 'Why\0?' }, 'unfit', 'words'],
    ['half of a pair', 'who-knows', { topic: 'z\ud800' }, 'unfit', 'topic'],
    ['too many words', 'ask', { topic: 'zebra-purge', words: 'x'.repeat(30_000) }, 'unfit', 'words'],
    ['what is not there', 'read-page', { topic: 'no-such-topic' }, 'absent', 'topic'],
  ])('is refused with its field: %s', async (_, tool, input, refusal, field) => {
    const before = await keptAll()
    const refused = await robin.isRefused(tool, input)
    expect([refused.refusal, refused.field]).toEqual([refusal, field])
    expect(refused.problem && refused.remedy).toBeTruthy()
    expect(await keptAll()).toEqual(before)
    expect(door.faults).toEqual([])
  })

  test('names no tool that is not open, though there is such an act', async () => {
    for (const name of ['invite', 'accept-proposal', 'propose', 'no-such-tool', 'toString']) {
      await expect(robin.client.callTool({ name, arguments: {} })).rejects.toThrow(/no such tool/)
    }
  })

  test.each<[string, string, number]>([
    ['is no JSON', '{', 400],
    ['is no message', '{"hello":1}', 400],
    ['has more values than any tool takes', rpc('ask', { words: Array(30_000).fill(1) }), 413],
    ['is larger than 8 MiB', rpc('ask', { words: 'x'.repeat(9 * 1024 * 1024) }), 413],
  ])('is turned away when it %s', async (_, body, status) => {
    const { secret } = await ben.does('make-agent-key', { name: 'Rough' })
    expect((await post(body, { authorization: `Bearer ${secret}` })).status).toBe(status)
    const { agents } = await ben.does('list-agent-keys', {})
    for (const { id, name } of agents) if (name === 'Rough') await ben.does('end-agent-key', { agent: id })
  })
})

test('Which door it was is the word of a door of this machine, and of nobody else', async () => {
  const doorOfLast = async (sent: Record<string, string>, title: string, cookie?: string) => {
    const headers = { 'content-type': 'application/json', 'x-whorl-door': 'mcp', ...sent }
    const body = JSON.stringify({ title })
    await door.fetch('/api/team/start-topic', { method: 'POST', headers, body, ...(cookie && { cookie }) })
    const entries = house.whorl.store.db.selectFrom('journal').select('door').where('act', '=', 'start-topic')
    return (await entries.orderBy('seq', 'desc').limit(1).executeTakeFirst())?.door
  }
  expect(await doorOfLast({ authorization: 'Bearer the owner of the folder' }, 'By stdio')).toBe('mcp')
  expect(await doorOfLast({}, 'By a session', await door.signIn(mara))).toBe('http')
})

describe('A lot', () => {
  test('of calls in one request is done a few at once, and the rest is refused', async () => {
    const call = (id: number) => ({ ...JSON.parse(rpc('list-topics', {})), id })
    const body = JSON.stringify(Array.from({ length: 30 }, (_, id) => call(id)))
    const answers = (await (await post(body, { authorization: `Bearer ${maras}` })).json()) as {
      result: { isError?: boolean }
    }[]
    expect(answers).toHaveLength(30)
    expect(answers.filter(({ result }) => !result.isError).length).toBeGreaterThan(0)
    expect(answers.some(({ result }) => JSON.stringify(result).includes('Call one after the other.'))).toBe(true)
  })

  test('of words in one answer is never given: a long source goes on with next', async () => {
    const { source } = await mara.does('import-source', { name: 'long.md', text: 'a line\n'.repeat(60_000) })
    const text = await (await post(rpc('read-source', { source }), { authorization: `Bearer ${maras}` })).text()
    expect(text.length).toBeLessThan(600_000)
    expect(JSON.parse(text).result.structuredContent.next).toEqual(expect.any(String))
  })

  test.each<[string, string]>([
    ['lines', 'The pools drain at night, and nobody knows why.\n'.repeat(15_000)],
    ['Japanese lines', '夜になるとプールは空になり、理由は誰も知らない。\n'.repeat(4000)],
    ['one line of 300 000 letters', 'abcde '.repeat(50_000)],
    ['signs that JSON escapes', '"\\"\t\n'.repeat(12_000)],
  ])('of words comes in parts that fit a model and go on, together the whole source: %s', async (name, text) => {
    const wagtail = await agentBy(url, maras)
    const { source } = await mara.does('import-source', { name: `${name.replaceAll(' ', '-')}.md`, text })
    const readAll = async (tool: string, input: Record<string, unknown>) => {
      const parts = []
      for (let after: string | null = ''; after !== null; ) {
        const part = await wagtail.does(tool, after === '' ? input : { ...input, after })
        expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(40_000)
        parts.push(part)
        after = part.next
      }
      return parts
    }
    const parts = await readAll('fetch', { id: `source:${source}` })
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.map((part) => part.text).join('')).toContain(text.trim())
    const rows = (await readAll('read-source', { source })).flatMap((part) => part.lines)
    const lines: string[] = []
    for (const row of rows) lines[row.n - 1] = (lines[row.n - 1] ?? '') + row.text
    expect(lines.join('\n').trim()).toBe(text.trim())
  })
})

describe('A client', () => {
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a client', version: '1' } },
  })

  test.each([
    'application/json',
    '*/*',
    'application/*, */*;q=0.1',
    'text/event-stream, application/json',
    'text/plain',
  ])('that accepts %s is answered with JSON', async (accept) => {
    const answer = await post(initialize, { authorization: `Bearer ${maras}`, accept })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(((await answer.json()) as { result: unknown }).result).toMatchObject({ serverInfo: { name: 'whorl' } })
  })

  test('that writes a slash behind the address gets what is there without one', async () => {
    const send = (path: string, headers: Record<string, string>) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: initialize,
      })
    for (const path of ['/mcp', '/mcp/']) {
      const answer = await send(path, { authorization: `Bearer ${maras}` })
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect((await send(path, {})).status).toBe(401)
      expect((await send(path, { authorization: `Bearer ${maras}`, origin: 'http://elsewhere.example' })).status).toBe(
        403,
      )
    }
  })

  test.each([
    ['/.well-known/oauth-protected-resource', 'GET'],
    ['/.well-known/oauth-protected-resource/mcp', 'GET'],
    ['/.well-known/oauth-authorization-server', 'GET'],
    ['/.well-known/oauth-authorization-server/mcp', 'GET'],
    ['/.well-known/openid-configuration', 'GET'],
    ['/.well-known/openid-configuration/mcp', 'GET'],
    ['/mcp/.well-known/openid-configuration', 'GET'],
    ['/register', 'POST'],
    ['/token', 'POST'],
  ])('that looks for an OAuth server at %s finds none', async (path, method) => {
    const answer = await fetch(url + path, { method })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('<html')
  })

  test('may send null for nothing: as params, as arguments, and in a field that takes none', async () => {
    const ask = async (method: string, params: unknown) => {
      const answer = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), {
        authorization: `Bearer ${maras}`,
      })
      // biome-ignore lint/suspicious/noExplicitAny: an answer may be anything.
      return (await answer.json()) as any
    }
    expect((await ask('tools/list', null)).result.tools.length).toBeGreaterThan(10)
    expect((await ask('tools/list', { cursor: null, _meta: null })).result.tools.length).toBeGreaterThan(10)
    const given = [null, undefined, {}, { after: null, most: null, words: null }]
    const [first, ...rest] = await Promise.all(
      given.map(async (input) => (await ask('tools/call', { name: 'list-topics', arguments: input })).result),
    )
    expect(first.structuredContent.topics.length).toBeGreaterThan(0)
    for (const one of rest) expect(one).toEqual(first)
    // Of a field that has to be there, and of one that is none, null is said to be wrong.
    const refusalOf = async (input: unknown) =>
      (await ask('tools/call', { name: 'read-page', arguments: input })).result.structuredContent.error.field
    expect(await refusalOf({ topic: null })).toBe('topic')
    expect(await refusalOf({ topic: round.topic, zeal: null })).toBe('zeal')
  })
})

describe('A browser', () => {
  test('on a page of another site is turned away, whatever it holds', async () => {
    const { secret } = await ben.does('make-agent-key', { name: 'Stolen' })
    const own = { authorization: `Bearer ${secret}` }
    expect((await post(rpc('list-topics', {}), { ...own, origin: 'http://elsewhere.example' })).status).toBe(403)
    const { status } = await door.fetch('/mcp', {
      method: 'POST',
      headers: { ...own, host: 'evil.test', origin: 'http://evil.test' },
    })
    expect(status).toBe(403)
  })

  test('finds no stream to hold open', async () => {
    const { secret } = await ben.does('make-agent-key', { name: 'Listener' })
    for (const method of ['GET', 'DELETE']) {
      const response = await fetch(`${url}/mcp`, { method, headers: { authorization: `Bearer ${secret}` } })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    }
  })
})

/** The doors that take what people write: each sends a hostile text as far as the door takes it. */
import type { Visitor } from './server.ts'

/** What one request came to. */
export interface Answered {
  status: number
  // What an act gives is of that act's shape.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  body: any
}

/** Where hostile texts are sent: a space of its own for each, with a page, a question, a line and a story in it. */
export interface Ground {
  origin: string
  space: string
  handbook: string
  cookie: string
  agent: string
  topic: string
  version: number
  question: string
  claim: string
  claimVersion: number
  story: string
  told: number
  source: string
  does(act: string, input: object, space?: string): Promise<Answered>
  sends(path: string, body: string, headers?: Record<string, string>): Promise<Answered>
}

/** A door, by the name of its act or address. */
export interface HostileDoor {
  name: string
  /** Longer texts are cut, so that they are read and not only refused. */
  most: number
  send(ground: Ground, text: string): Promise<Answered>
}

const [PAGE, SOURCE, ANSWER, QUESTION, LINE] = [500_000, 2_000_000, 20_000, 2_000, 200]
const DEADLINE_MS = 65_000

/** A text as a page of a title, with front matter where it has none. */
function asPage(text: string, title: string): string {
  const front = `---\ntitle: ${title}\n---\n`
  return text.startsWith('---\n') ? text.replace(/^title: A$/m, `title: ${title}`) : `${front}${text}`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim() || 'a'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const page = (text: string, title: string) => asPage(text, title).slice(0, PAGE)

/** Doors that read the whole text as a page: what one of them gave up after its time, the others would. */
export const readsAsPage = ({ name, most }: HostileDoor) => most === PAGE || name === 'merge-topics'

const reading: HostileDoor[] = [
  'read-page',
  'read-page-text',
  'page-history',
  'list-parts',
  'neighbourhood',
  'topic-care',
  'topic-spiral',
].map((act) => ({ name: act, most: 0, send: ({ does, topic }) => does(act, { topic }) }))

/** All doors for texts, in the order in which a space goes through them. */
export const hostileDoors: readonly HostileDoor[] = [
  {
    name: 'preview-page',
    most: PAGE,
    send: ({ does, topic }, text) => does('preview-page', { topic, markdown: page(text, 'A') }),
  },
  { name: 'edit-page', most: PAGE, send: edited },
  ...reading,
  {
    name: 'page-version',
    most: 0,
    send: ({ does, topic, version }) => does('page-version', { topic, version, since: 1 }),
  },
  {
    name: 'merge-page-text',
    most: PAGE,
    send: ({ does, topic }, text) =>
      does('merge-page-text', { topic, version: 1, markdown: page(`${text}\n\nMore.`, 'A') }),
  },
  {
    name: 'restore-page',
    most: 0,
    send: ({ does, topic, version }) => does('restore-page', { topic, version, restore: 1 }),
  },
  { name: 'import-page', most: PAGE, send: ({ does }, text) => does('import-page', { markdown: page(text, 'B') }) },
  { name: 'merge-topics', most: 0, send: ({ does }) => does('merge-topics', { from: 'b', into: 'a' }) },
  { name: 'import-source', most: SOURCE, send: imported },
  { name: 'read-source', most: 0, send: ({ does, source }) => does('read-source', { source }) },
  {
    name: 'import-source, a new version',
    most: SOURCE,
    send: ({ does, source }, text) =>
      does('import-source', { name: 's.md', text: `${text}\nMore.`.slice(-SOURCE), replaces: source }),
  },
  { name: 'compare-source', most: 0, send: ({ does, source }) => does('compare-source', { source, from: 1 }) },
  {
    name: 'import-files, a page',
    most: PAGE,
    send: ({ does }, text) => does('import-files', { files: [{ path: 'wiki/c.md', text: page(text, 'C') }] }),
  },
  {
    name: 'import-files, in step',
    most: PAGE,
    send: ({ does }, text) =>
      does('import-files', {
        files: [{ path: 'wiki/c.md', text: page(`${text}\n\nb`, 'C'), was: page(`a\n\n${text}`, 'C') }],
      }),
  },
  {
    name: 'import-files, a source',
    most: SOURCE,
    send: ({ does }, text) => does('import-files', { files: [{ path: 'sources/f.md', text }] }),
  },
  {
    name: 'import-files, many',
    most: PAGE,
    send: ({ does }, text) => does('import-files', { files: manyFiles(text) }),
  },
  {
    name: 'bring-source, Markdown',
    most: SOURCE,
    send: ({ does }, text) => does('bring-source', { name: 'b.md', bytes: base64(`b ${text}`) }),
  },
  {
    name: 'bring-source, HTML',
    most: SOURCE,
    send: ({ does }, text) => does('bring-source', { name: 'b.html', bytes: base64(`<p>${text}`) }),
  },
  {
    name: 'bring-source, text',
    most: SOURCE,
    send: ({ does }, text) => does('bring-source', { name: 'b.txt', bytes: base64(`t ${text}`) }),
  },
  {
    name: 'scan',
    most: SOURCE,
    send: ({ does }, text) =>
      does('scan', {
        name: 'Scan',
        documents: [
          { path: 'a.md', text },
          { path: 'b.md', text: text.slice(0, ANSWER) },
        ],
      }),
  },
  { name: 'ask', most: QUESTION, send: ({ does, topic }, words) => does('ask', { topic, words }) },
  { name: 'answer', most: ANSWER, send: ({ does, question }, words) => does('answer', { question, words }) },
  { name: 'tell', most: ANSWER / 2, send: told },
  { name: 'retell', most: 0, send: ({ does, story }) => does('retell', { story }) },
  {
    name: 'correct-story',
    most: ANSWER / 2,
    send: ({ does, story }, words) =>
      does('correct-story', { story, version: 1, lines: Array.from({ length: 60 }, () => ({ words })) }),
  },
  { name: 'correct-claim', most: 1000, send: corrected },
  {
    name: 'confirm-claims',
    most: 0,
    send: ({ does, claim, claimVersion }) => does('confirm-claims', { claims: [{ id: claim, version: claimVersion }] }),
  },
  { name: 'search', most: QUESTION, send: ({ does, handbook }, words) => does('search', { words }, handbook) },
  {
    name: 'search by GET',
    most: QUESTION,
    send: ({ sends, handbook }, words) =>
      sends(`/api/${handbook}/search?words=${encodeURIComponent(words.toWellFormed())}`, ''),
  },
  { name: 'search in its own space', most: QUESTION, send: ({ does }, words) => does('search', { words }) },
  {
    name: 'what-was-said',
    most: QUESTION,
    send: ({ does, handbook }, words) => does('what-was-said', { words }, handbook),
  },
  { name: 'look-out', most: 400, send: ({ does }, words) => does('look-out', { words }) },
  { name: 'puzzled', most: 400, send: ({ does }, words) => does('puzzled', { words }) },
  { name: 'complete-link', most: 300, send: ({ does, topic }, words) => does('complete-link', { topic, words }) },
  {
    name: 'complete-citation',
    most: 300,
    send: ({ does, topic }, words) => does('complete-citation', { topic, words, source: 's.md' }),
  },
  {
    name: 'list-topics',
    most: LINE,
    send: ({ does, handbook }, words) => does('list-topics', { words: oneLine(words) }, handbook),
  },
  { name: 'list-sources', most: LINE, send: ({ does }, words) => does('list-sources', { words: oneLine(words) }) },
  { name: 'list-people', most: LINE, send: ({ does }, words) => does('list-people', { words: oneLine(words) }) },
  { name: 'start-topic', most: LINE, send: ({ does }, text) => does('start-topic', { title: oneLine(text) }) },
  {
    name: 'rename-topic',
    most: LINE,
    send: ({ does, topic }, text) => does('rename-topic', { topic, title: oneLine(text) }),
  },
  { name: 'create-space', most: 80, send: ({ does }, text) => does('create-space', { name: oneLine(text) }, 'house') },
  { name: 'check-pages', most: 0, send: ({ does }) => does('check-pages', {}) },
  { name: 'export-files', most: 0, send: ({ does }) => does('export-files', { as: 'site' }) },
  { name: 'suggest-topics', most: 0, send: ({ does }) => does('suggest-topics', {}) },
  { name: 'list-files', most: 0, send: ({ does }) => does('list-files', {}) },
  { name: 'MCP search', most: QUESTION, send: (ground, words) => called(ground, 'search', { words }) },
  {
    name: 'MCP import-source',
    most: SOURCE,
    send: (ground, text) => called(ground, 'import-source', { name: 'm.md', text }),
  },
  {
    name: 'sign-in',
    most: QUESTION,
    send: ({ sends }, text) => sends('/api/auth/sign-in/email', JSON.stringify({ email: text, password: text })),
  },
  {
    name: 'enter',
    most: SOURCE,
    send: ({ sends }, text) =>
      sends(
        '/api/auth/enter',
        JSON.stringify({ token: text, name: text, email: text, password: text }).slice(0, 8_000_000),
      ),
  },
]

/** Short fields to which each text is sent whole, to be refused. */
export const shortDoors: readonly HostileDoor[] = [
  'ask:words',
  'answer:words',
  'search:words',
  'what-was-said:words',
  'look-out:words',
  'start-topic:title',
  'import-source:name',
  'complete-link:words',
  'list-topics:words',
  'fetch:id',
  'read-page:topic',
  'create-space:name',
  'make-area:name',
  'form-community:name',
  'read-page:after',
  'search:kinds',
  'who-knows:topic',
  'make-agent-key:name',
].map((field) => {
  const [act = '', name = ''] = field.split(':')
  const input = (text: string) => ({ topic: 'a', question: 'a', [name]: text })
  return {
    name: `${act}, too long`,
    most: SOURCE,
    send: ({ does }, text) => does(act, input(text), act === 'create-space' ? 'house' : undefined),
  }
})

/** Doors for a body as it stands. */
export const bodyDoors: readonly HostileDoor[] = [
  { name: 'a body to search', most: 0, send: ({ sends, space }, body) => sends(`/api/${space}/search`, body) },
  {
    name: 'a body to import-source',
    most: 0,
    send: ({ sends, space }, body) => sends(`/api/${space}/import-source`, body),
  },
  {
    name: 'a body to propose',
    most: 0,
    send: ({ sends, space }, body) => sends(`/api/${space}/propose`, `{"act":"search","agent":"a","input":${body}}`),
  },
  { name: 'a body to sign in', most: 0, send: ({ sends }, body) => sends('/api/auth/sign-in/email', body) },
  {
    name: 'a body from nobody',
    most: 0,
    send: ({ sends, space }, body) => sends(`/api/${space}/search`, body, { cookie: '' }),
  },
  {
    name: 'a body to MCP',
    most: 0,
    send: ({ sends, agent }, body) => sends('/mcp', body, { authorization: `Bearer ${agent}`, cookie: '' }),
  },
  {
    name: 'an input of a tool',
    most: 0,
    send: ({ sends, agent }, body) =>
      sends('/mcp', `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":${body}}}`, {
        authorization: `Bearer ${agent}`,
        cookie: '',
      }),
  },
]

async function edited(ground: Ground, text: string): Promise<Answered> {
  const { does, topic, version } = ground
  const answered = await does('edit-page', { topic, version, markdown: page(text, 'A') })
  if (answered.status === 200) ground.version = answered.body.version
  return answered
}

async function imported(ground: Ground, text: string): Promise<Answered> {
  const answered = await ground.does('import-source', { name: 's.md', text })
  if (answered.status === 200) ground.source = answered.body.source
  return answered
}

async function told(ground: Ground, words: string): Promise<Answered> {
  const answered = await ground.does('tell', { story: ground.story, after: ground.told, words })
  if (answered.status === 200) ground.told++
  return answered
}

async function corrected(ground: Ground, statement: string): Promise<Answered> {
  const { does, claim, claimVersion } = ground
  const answered = await does('correct-claim', { claim, version: claimVersion, statement })
  if (answered.status === 200) ground.claimVersion++
  return answered
}

const called = ({ sends, agent }: Ground, name: string, input: object) =>
  sends('/mcp', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }), {
    authorization: `Bearer ${agent}`,
    cookie: '',
  })

/** A text cut into a hundred files. */
function manyFiles(text: string) {
  const size = Math.ceil(text.length / 100)
  return Array.from({ length: 100 }, (_, n) => ({ path: `wiki/n${n}.md`, text: text.slice(n * size, (n + 1) * size) }))
}

const wasClosed = ({ cause }: { cause?: { message?: string } }) => cause?.message === 'other side closed'

/** Makes a space to which one hostile text is sent. */
export async function newGround(origin: string, owner: Visitor, name: string): Promise<Ground> {
  const sends: Ground['sends'] = async (path, body, headers = {}) => {
    const send = () =>
      fetch(`${origin}${path}`, {
        method: body === '' ? 'GET' : 'POST',
        headers: { origin, cookie: owner.cookie, 'content-type': 'application/json', ...headers },
        ...(body !== '' && { body }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      })
    // A connection that the server has closed meanwhile was no answer: it is asked on a new one.
    const answer = await send().catch((error) => (wasClosed(error) ? send() : Promise.reject(error)))
    return { status: answer.status, body: await answer.json().catch(() => null) }
  }
  const { slug: space } = await owner.does('create-space', { name }, 'house')
  const does: Ground['does'] = (act, input, at = space) => sends(`/api/${at}/${act}`, JSON.stringify(input))
  const made = async (act: string, input: object) => {
    const { status, body } = await does(act, input)
    if (status !== 200) throw new Error(`${act} answered ${status}: ${JSON.stringify(body)}`)
    return body
  }
  const { topic } = await made('import-page', {
    markdown: '---\ntitle: A\naliases: [Alpha]\n---\nIt is so.\n\nAnd so.\n',
  })
  const { question } = await made('ask', { topic: topic.id, words: 'How is it done?' })
  const { claims } = await made('answer', { question, words: 'You purge the cache by hand when it is full.' })
  const { story } = await made('begin-story', { topic: topic.id })
  const { source } = await made('import-source', { name: 'first.md', text: 'A first source.' })
  const { secret } = await made('make-agent-key', { name: 'Agent' })
  const { id: claim, version: claimVersion } = claims[0]
  const found = { topic: topic.id, version: 1, question, claim, claimVersion, story: story.id, told: 0, source }
  return { origin, space, handbook: owner.space, cookie: owner.cookie, agent: secret, ...found, does, sends }
}

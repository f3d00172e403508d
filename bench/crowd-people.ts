/** Sends what a crowd of people does, from a process of its own; started by `crowd.ts`, it answers with what it measured. */
import { Agent, request } from 'node:http'
import { dice } from './handbook-space.ts'

/** Somebody of the crowd, and what there is for them to do. */
export interface ToDo {
  port: number
  space: string
  cookies: string[]
  people: string[]
  seconds: number
  /** Only this path is asked for, by everybody: for a peer that does one thing. */
  only?: string
  topics: string[]
  words: string[]
  questions: string[]
  /** Questions that wait for an answer, and the exercises of each person by their number. */
  open: string[]
  exercises: string[]
}

/** What came of it: milliseconds of each answer by what was done, and what went wrong. */
export interface Done {
  took: Record<string, number[]>
  errors: string[]
  clashes: number
}

/** How many of a hundred things that people do are of each kind. */
const SHARES = {
  'read-page': 50,
  search: 20,
  today: 10,
  'what-was-said': 7,
  'the-whole': 3,
  answer: 3,
  'edit-page': 2,
  ask: 2,
  recall: 3,
}
type What = keyof typeof SHARES

const PAUSE_MS = 1000
const below = dice(47)

process.on('message', async (todo: ToDo) => {
  process.send?.(await crowd(todo), () => process.disconnect())
})

/** Everybody does one thing after the other with a pause between, until the time is over. */
async function crowd(todo: ToDo): Promise<Done> {
  const agent = new Agent({ keepAlive: true, maxSockets: todo.cookies.length })
  const done: Done = { took: {}, errors: [], clashes: 0 }
  const until = performance.now() + todo.seconds * 1000
  await Promise.all(
    todo.cookies.map(async (cookie, n) => {
      await pause(below(PAUSE_MS))
      while (performance.now() < until) {
        try {
          await oneThing({ todo, done, agent, cookie, n })
        } catch (error) {
          done.errors.push(String(error))
        }
        await pause(PAUSE_MS)
      }
    }),
  )
  agent.destroy()
  return done
}

interface Person {
  todo: ToDo
  done: Done
  agent: Agent
  cookie: string
  n: number
}

async function oneThing(who: Person): Promise<void> {
  const { todo, done } = who
  if (todo.only) return timed(who, 'bare', () => send(who, 'GET', todo.only ?? ''))
  const what = drawn()
  const act = (name: string, input: object) => send(who, 'POST', `/api/${todo.space}/${name}`, input)
  const topic = popular(todo.topics)
  if (what === 'read-page')
    return timed(who, what, () => send(who, 'GET', `/api/${todo.space}/read-page?topic=${encodeURIComponent(topic)}`))
  if (what === 'edit-page') {
    const page = await act('read-page-text', { topic })
    if (page.status !== 200) throw new Error(`read-page-text ${page.status}: ${page.text.slice(0, 200)}`)
    const { version, markdown } = JSON.parse(page.text) as { version: number; markdown: string }
    const saved = `${markdown.trimEnd()}\n\nSeen by somebody on lap ${below(1_000_000)}.\n`
    return timed(who, what, async () => {
      const answer = await act('edit-page', { topic, version, markdown: saved })
      // Somebody else was quicker: what a person then sees is the choice between both.
      if (answer.status === 409) done.clashes++
      return answer.status === 409 ? { ...answer, status: 200 } : answer
    })
  }
  const inputs: Record<Exclude<What, 'read-page' | 'edit-page'>, () => object> = {
    search: () => ({ words: any(todo.words) }),
    today: () => ({}),
    'what-was-said': () => ({ words: any(todo.questions) }),
    'the-whole': () => ({}),
    answer: () => ({
      question: any(todo.open),
      words: `We do it on ${any(DAYS)}. ${any(todo.words)} is what tells you.`,
    }),
    ask: () => ({ topic, words: `${any(todo.questions)} (${below(1_000_000)})`, of: other(who) }),
    recall: () => ({ exercise: any(todo.exercises), grade: any(['had-it', 'nearly', 'missed']) }),
  }
  const input = inputs[what]()
  return timed(who, what, () => act(what, input))
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const any = <T>(some: readonly T[]): T => some[below(some.length)] as T
const other = ({ todo, n }: Person) => todo.people[(n + 1 + below(todo.people.length - 1)) % todo.people.length]

/** Few pages are read by many: a topic drawn by Zipf's law. */
const popular = (topics: readonly string[]) =>
  topics[Math.min(topics.length - 1, Math.floor(topics.length ** (below(1_000_000) / 1_000_000)) - 1)] ?? ''

function drawn(): What {
  let left = below(100)
  for (const [what, share] of Object.entries(SHARES)) {
    left -= share
    if (left < 0) return what as What
  }
  return 'read-page'
}

async function timed({ done }: Person, what: string, work: () => Promise<Answer>): Promise<void> {
  const began = performance.now()
  const { status, text } = await work()
  const took = performance.now() - began
  done.took[what] ??= []
  done.took[what].push(took)
  if (status !== 200) done.errors.push(`${what} ${status}: ${text.slice(0, 300)}`)
}

interface Answer {
  status: number
  text: string
}

function send({ todo, agent, cookie }: Person, method: string, path: string, input?: object): Promise<Answer> {
  const body = input && JSON.stringify(input)
  const headers = {
    cookie,
    ...(body && {
      origin: `http://127.0.0.1:${todo.port}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port: todo.port, method, path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

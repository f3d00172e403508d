/** Situations in which a day is another elsewhere. */
import { join } from 'node:path'
import { expected, type Situation } from './case-ground.ts'
import { enter, type Server, startWhorl, UNBOUND, untilSaid, type Visitor } from './server.ts'

/** Berlin's and Los Angeles' in winter, at all seasons. */
const [BERLIN, LOS_ANGELES] = ['Etc/GMT-1', 'Etc/GMT+8']
const [HOUR, DAY, TRIES, PAUSE_MS] = [3_600_000, 86_400_000, 100, 100]
const MONDAY = 1

/** The situations of days. */
export const casesOfDays: readonly Situation[] = [
  {
    name: 'due-in-the-morning',
    expects: async (files) => {
      const server = await startWhorl(join(files.made, 'data'), undefined, UNBOUND, 'bench/clock-probe.ts')
      try {
        const link = await untilSaid(server, /\S+\/enter#\S+/)
        const mara = await enter(server, link, { name: 'Mara', spaceName: 'Days' })
        const team = { mara, ben: await enter(server, (await mara.does('invite', {})).path, { name: 'Ben' }) }
        await server.ask(new Date(nextMonday() + 19 * HOUR).toISOString())
        return [...(await recalledOnMonday(server, team)), ...(await snoozedInCalifornia(server, team))]
      } finally {
        await server.stop()
      }
    },
  },
]

/** The beginning of the next Monday, by UTC. */
function nextMonday(): number {
  const today = Math.floor(Date.now() / DAY) * DAY
  return today + ((MONDAY + 7 - new Date(today).getUTCDay()) % 7 || 7) * DAY
}

/** Does an act as a browser in that time zone does it. */
async function doesIn(server: Server, who: Visitor, zone: string, act: string, input: object) {
  const origin = `http://127.0.0.1:${server.port}`
  const answer = await fetch(`${origin}/api/${who.space}/${act}`, {
    method: 'POST',
    headers: { origin, cookie: who.cookie, 'content-type': 'application/json', 'whorl-zone': zone },
    body: JSON.stringify(input),
  })
  return { status: answer.status, body: await answer.json() }
}

interface Team {
  mara: Visitor
  ben: Visitor
}

/** Recalled on Monday evening, it is there in the morning of the day on which it is due. */
async function recalledOnMonday(server: Server, { mara, ben }: Team) {
  const { topic } = await mara.does('start-topic', { title: 'Oven' })
  const { question } = await ben.does('ask', {
    topic: topic.id,
    words: 'How long does the deck oven burn?',
    of: mara.id,
  })
  const words = 'The deck oven burns for eight hours after it is switched off at the wall.'
  const { claims } = await mara.does('answer', { question, words })
  await mara.does('confirm-claims', {
    claims: claims.map(({ id, version }: { id: string; version: number }) => ({ id, version })),
  })
  const exercise = await exerciseOf(ben)
  // The first time it comes back within the hour, then in some days.
  let due = new Date()
  for (let times = 0; times < 2; times++) {
    const recalled = await doesIn(server, ben, BERLIN, 'recall', { exercise, grade: 'had-it' })
    due = new Date(recalled.body.dueAt)
    if (times === 0) await server.ask(due.toISOString())
  }
  const at = async (time: number) => {
    await server.ask(new Date(time).toISOString())
    const { body } = await doesIn(server, ben, BERLIN, 'list-exercises', {})
    return (body.exercises as { id: string; due: boolean }[]).find(({ id }) => id === exercise)?.due
  }
  // Berlin is an hour ahead of UTC.
  const morning = Math.floor((due.getTime() + HOUR) / DAY) * DAY - HOUR + 8 * HOUR
  const evening = await at(morning - DAY / 2)
  const there = await at(morning)
  const { body: today } = await doesIn(server, ben, BERLIN, 'today', {})
  return [
    expected('list-exercises', 'not on the evening before', evening, false),
    expected('list-exercises', 'at eight in the morning', there, true),
    expected('today', 'Today shows it', JSON.stringify(today).includes('"kind":"recall"'), true),
  ]
}

async function exerciseOf(ben: Visitor): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { exercises } = (await ben.does('list-exercises', {})) as { exercises: { id: string }[] }
    if (exercises[0]) return exercises[0].id
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error('No exercise came of the confirmed line.')
}

/** On Monday at seven in the evening in Los Angeles, until Tuesday is until tomorrow. */
async function snoozedInCalifornia(server: Server, { mara, ben }: Team) {
  const tuesday = nextMonday() + 8 * DAY
  await server.ask(new Date(tuesday + 3 * HOUR).toISOString())
  const { topics } = await mara.does('list-topics', {})
  const asked = await ben.does('ask', { topic: topics[0].id, words: 'Who cleans the deck oven?', of: mara.id })
  const until = new Date(tuesday).toISOString().slice(0, 10)
  const { status } = await doesIn(server, mara, LOS_ANGELES, 'snooze', { request: asked.request, until })
  return [expected('snooze', 'until Tuesday is taken', status, 200)]
}

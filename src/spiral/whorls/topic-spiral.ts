import { z } from 'zod'
import { type HereIAm, type Mode, OPEN, peopleOf, person, readingAct } from '../../ba/index.ts'
import { claimsOfTopic, evidenceOn, topicNamed, topicRef, topicsNow } from '../../knowledge/index.ts'
import { type Converted, conversionsOf } from '../../ledger/index.ts'
import { whorlsOf } from './whorls.ts'

/** The four modes, in the order of the spiral. */
export const modes = ['socialisation', 'externalisation', 'combination', 'internalisation'] as const satisfies Mode[]

/** A topic's rounds: each conversion with what caused it, and the whorls that closed. */
export const topicSpiral = readingAct({
  name: 'topic-spiral',
  says: "Shows a topic's conversions, what caused each, and the whorls that have closed.",
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({
    conversions: z.array(
      z.object({
        id: z.string(),
        mode: z.enum(modes),
        at: z.string(),
        from: person.nullable(),
        with: person.nullable(),
        causes: z.array(z.string()),
        whorl: z.number().nullable(),
      }),
    ),
    whorls: z.array(z.object({ n: z.number(), closedAt: z.string(), conversions: z.array(z.string()) })),
  }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    const conversions = await conversionsOfTopic(here, topic)
    const whorls = whorlsOf(conversions)
    const names = new Map((await peopleOf(here.tx, here.space.id)).map(({ id, name }) => [id, name]))
    const stands = await standing(here, topic.id)
    const named = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id) ?? '' } : null)
    return {
      conversions: conversions.map((one) => ({
        id: one.id,
        mode: one.mode,
        at: one.at,
        from: stands(one) ? named(one.from) : null,
        with: stands(one) ? named(one.with) : null,
        causes: one.causes.filter((cause) => conversions.some(({ id }) => id === cause)),
        whorl: whorls.find((whorl) => whorl.conversions.includes(one.id))?.n ?? null,
      })),
      whorls,
    }
  },
})

/** A topic's conversions: those of its own area, and of the open one. */
async function conversionsOfTopic(here: HereIAm, topic: { id: string; area_id: string }) {
  const all = await conversionsOf(here.tx, here.space.id, [...new Set([OPEN, topic.area_id])])
  const now = await topicsNow(here.tx, here.space.id)
  // What was split off came with its lines: how they were told and put together is how the new topic came here.
  const claims = await claimsOfTopic(here.tx, here.space.id, topic.id)
  const came = new Set(claims.flatMap((claim) => [claim.told_conversion, claim.page_conversion]))
  return all.filter(({ id, topics }) => came.has(id) || topics.some((one) => now(one) === topic.id))
}

/** Whether a conversion's people may be named to me: I am one of them, or what it shows of them is let stand. */
async function standing({ tx, space, me }: HereIAm, topic: string): Promise<(one: Converted) => boolean> {
  const evidence = (await evidenceOn(tx, space.id, topic)).filter((row) => row.stands_at !== null)
  const told = new Set((await claimsOfTopic(tx, space.id, topic)).map((claim) => claim.told_conversion))
  const shows: Record<string, string> = { socialisation: 'explained', internalisation: 'did' }
  return (one) => {
    if (one.from === me.id || one.with === me.id || one.mode === 'combination') return true
    if (one.mode === 'externalisation') return told.has(one.id)
    return evidence.some((row) => row.person_id === one.from && row.kind === shows[one.mode] && row.at === one.at)
  }
}

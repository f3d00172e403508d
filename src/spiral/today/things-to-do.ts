import type { z } from 'zod'
import { type HereIAm, inferenceOn, isRouted, type readOf, shownArea } from '../../ba/index.ts'
import { reviewOf } from '../../combination/index.ts'
import { doingsToWitness, exercisesFor } from '../../internalisation/index.ts'
import {
  type Claim,
  claimById,
  claimsProposedBy,
  confirmedAnswersIn,
  differencesWaitingFor,
  evidenceById,
  evidenceOf,
  keepingsBy,
  pageOf,
  questionById,
  questionsIn,
  releaseLinesWaitingFor,
  showReason,
  showTopicById,
  topicsNow,
} from '../../knowledge/index.ts'
import { proposalsFor } from '../../ledger/index.ts'
import { modelUses } from '../../model/index.ts'
import { missingOf } from '../../search/index.ts'
import { requestsTo, showingsWaitingFor, wonderedBy } from '../../socialisation/index.ts'
import { inferredAbout } from '../turns/inferred-rows.ts'
import { dismissalsOf } from './dismissal-rows.ts'
import { gapFor } from './gap-for.ts'
import { missingFor } from './missing-for.ts'
import { showProposal } from './proposal.ts'
import type { thing } from './thing.ts'

type Thing = z.input<typeof thing>
type Finder = (here: HereIAm) => Promise<Thing[]>

/** What waits for me, most urgent first: what is to be known of how one is read, people who wait, then my own lines, then what helps me. */
export async function thingsToDo(here: HereIAm, most: number): Promise<Thing[]> {
  const things: Thing[] = []
  const order = [
    readHere,
    modelHere,
    inferred,
    asked,
    toCheck,
    toRelease,
    toDiffer,
    toKeep,
    shown,
    toWitness,
    gap,
    toReview,
    proposed,
    answered,
    found,
    toRecall,
    toTry,
  ]
  for (const find of order) {
    if (things.length >= most) break
    things.push(...(await find(here)))
  }
  return things.slice(0, most)
}

/** What is read here to infer who holds what, until I say that I have seen it; who turned it on knows. */
const readHere: Finder = async ({ tx, space, me }) => {
  const on = (await inferenceOn(tx, space.id)).filter((one) => one.turned_on_by !== me.id)
  if (on.length === 0) return []
  const seen = await dismissalsOf(tx, space.id, me.id)
  return on
    .filter(({ id }) => !seen.has(id))
    .map((one) => ({
      kind: 'read-here',
      inference: one.id,
      from: one.what as (typeof readOf)[number],
      by: { id: one.turned_on_by, name: one.name },
      at: one.turned_on_at,
    }))
}

/** That a language model is sent what an area of mine holds, until I say that I have seen it. */
const modelHere: Finder = async (here) => {
  const { tx, space, me, areas } = here
  const on = (await modelUses(tx, space.id)).filter((one) => one.turned_on_by !== me.id && areas.has(one.area_id))
  if (on.length === 0) return []
  const seen = await dismissalsOf(tx, space.id, me.id)
  return on
    .filter(({ id }) => !seen.has(id))
    .map((one) => ({
      kind: 'model-here' as const,
      use: one.id,
      model: one.name,
      where: one.place,
      area: shownArea(here, one.area_id),
      by: { id: one.turned_on_by, name: one.byName },
      at: one.turned_on_at,
    }))
}

/** What was inferred about me, until I let it be seen or put it aside; nobody else is told. */
const inferred: Finder = async ({ tx, space, me, areas }) => {
  const about = (await inferredAbout(tx, space.id, me.id)).filter((one) => areas.has(one.area_id) && !one.stands_at)
  if (about.length === 0) return []
  const aside = await dismissalsOf(tx, space.id, me.id)
  return about
    .filter(({ turn_id, finding }) => !aside.has(`${turn_id} ${finding}`))
    .map(({ turn_id, finding, line, brought, by_person, byName, at }) => {
      const by = { id: by_person, name: byName }
      return { kind: 'inferred' as const, turn: turn_id, finding, line, brought, by, at }
    })
}

const asked: Finder = async (here) => {
  const { tx, space, me, areas, now } = here
  const things: Thing[] = []
  for (const request of await requestsTo(tx, space.id, me.id)) {
    if (!areas.has(request.area_id) || (request.snoozed_until ?? '') > now.slice(0, 10)) continue
    const question = await questionById(tx, space.id, request.question_id)
    if (!question) continue
    const because = request.because ? await evidenceById(tx, space.id, request.because) : undefined
    things.push({
      kind: 'asked',
      request: request.id,
      question: { id: question.id, words: question.words, topic: await showTopicById(here, question.topic_id) },
      from: { id: request.from_person, name: request.fromName },
      because: because?.stands_at ? showReason(because) : null,
      askedAt: request.made_at,
    })
  }
  return things
}

const toCheck: Finder = async (here) => {
  const bySource = new Map<string, Claim[]>()
  for (const claim of await claimsProposedBy(here.tx, here.space.id, here.me.id)) {
    if (here.areas.has(claim.area_id)) bySource.set(claim.source_id, [...(bySource.get(claim.source_id) ?? []), claim])
  }
  const things: Thing[] = []
  for (const [source, claims] of bySource) {
    const topic = await showTopicById(here, claims[0]?.topic_id ?? '')
    things.push({ kind: 'check', source, topic, count: claims.length, first: claims[0]?.statement ?? '' })
  }
  return things
}

/** Lines of mine in closed areas that somebody would open to everybody: of each topic one, then the next. */
const toRelease: Finder = async (here) => {
  const lines = (await releaseLinesWaitingFor(here.tx, here.space.id, here.me.id)).filter((line) =>
    here.areas.has(line.area_id),
  )
  const things: Thing[] = []
  for (const line of new Map(lines.toReversed().map((one) => [one.topic_id, one])).values()) {
    things.push({
      kind: 'release',
      claim: line.claim_id,
      topic: await showTopicById(here, line.topic_id),
      by: { id: line.by_person, name: line.byName },
      statement: line.statement,
      // Circumstances that the line says itself are not said twice.
      holdsWhen:
        line.holds_when && !line.statement.toLowerCase().includes(line.holds_when.toLowerCase())
          ? line.holds_when
          : null,
      words: line.words,
    })
  }
  return things
}

/** Where a line of mine and somebody else's differ, one at a time, until I have said when mine holds. */
const toDiffer: Finder = async (here) => {
  const { tx, space, me, areas } = here
  const waiting = (await differencesWaitingFor(tx, space.id, me.id)).filter(({ area_id }) => areas.has(area_id))
  const [row] = waiting
  if (!row) return []
  const [one, other] = [await claimById(tx, space.id, row.one_claim), await claimById(tx, space.id, row.other_claim)]
  if (!one || !other) return []
  const [mine, theirs] = one.speaker_id === me.id ? [one, other] : [other, one]
  const said = ({ statement, holds_when, confirmed_at, proposed_at }: Claim) => ({
    statement,
    holdsWhen: holds_when,
    saidAt: confirmed_at ?? proposed_at,
  })
  const person = { id: theirs.speaker_id, name: theirs.speakerName }
  const topic = await showTopicById(here, mine.topic_id)
  return [{ kind: 'differ', difference: row.id, topic, ...said(mine), other: { person, ...said(theirs) } }]
}

/** A page that somebody asks me to keep, until I have answered. */
const toKeep: Finder = async (here) => {
  const asks = (await keepingsBy(here.tx, here.space.id, here.me.id)).find(
    ({ since, area_id }) => since === null && here.areas.has(area_id),
  )
  if (!asks) return []
  const by = { id: asks.asked_by, name: asks.askerName }
  return [{ kind: 'keep', topic: await showTopicById(here, asks.topic_id), by, at: asks.asked_at }]
}

/** Of the pages that I keep and that are past their day the one that waits longest, until I put it aside. */
const toReview: Finder = async (here) => {
  const { tx, space, me, areas, now } = here
  const kept = (await keepingsBy(tx, space.id, me.id)).filter(({ since, area_id }) => since && areas.has(area_id))
  if (kept.length === 0) return []
  const aside = await dismissalsOf(tx, space.id, me.id)
  const past = []
  for (const { topic_id } of kept) {
    const topic = await showTopicById(here, topic_id)
    const page = await pageOf(tx, space.id, topic.id)
    const review = page && reviewOf(page.markdown, now)
    if (review?.past && !aside.has(`${topic.id} ${review.due}`)) past.push({ topic, due: review.due })
  }
  const [first] = past.sort((a, b) => (a.due < b.due ? -1 : 1))
  return first ? [{ kind: 'review', ...first }] : []
}

const shown: Finder = async (here) => {
  const things: Thing[] = []
  for (const showing of await showingsWaitingFor(here.tx, here.space.id, here.me.id)) {
    if (!here.areas.has(showing.area_id)) continue
    const iShow = showing.shower === here.me.id
    things.push({
      kind: 'shown',
      showing: showing.id,
      topic: await showTopicById(here, showing.topic_id),
      question: showing.words,
      other: iShow ? { id: showing.shown, name: showing.shownName } : { id: showing.shower, name: showing.showerName },
      iShow,
    })
  }
  return things
}

const toWitness: Finder = async (here) => {
  const things: Thing[] = []
  for (const doing of await doingsToWitness(here.tx, here.space.id, here.me.id)) {
    if (!here.areas.has(doing.area_id)) continue
    const who = { id: doing.person_id, name: doing.name }
    const topic = await showTopicById(here, doing.topic_id)
    things.push({ kind: 'witness', doing: doing.id, topic, who, on: doing.done_on, words: doing.words })
  }
  return things
}

/** What somebody new asked, else what somebody looked for in vain: one at a time. */
const gap: Finder = async (here) => {
  const question = await gapFor(here)
  if (question) return [{ kind: 'gap', ...question }]
  const missing = await missingFor(here)
  return missing ? [{ kind: 'missing', ...missing }] : []
}

/** What I looked for in vain and is here now, until I have read it. */
const found: Finder = async ({ tx, space, me }) =>
  (await missingOf(tx, space.id, me.id, 30)).flatMap(({ id, words, found_at }) =>
    found_at === null ? [] : [{ kind: 'found' as const, missing: id, words, at: found_at }],
  )

/** What an agent of mine would do, one at a time: however much it writes, it does not crowd out people. */
const proposed: Finder = async (here) => {
  const [first] = await proposalsFor(here.tx, here.space.id, here.me.id)
  return first ? [{ kind: 'proposed', proposal: await showProposal(here, first) }] : []
}

/** Answers to what I asked, or wondered about too, until I say that I have read them. */
const answered: Finder = async (here) => {
  const { tx, space, me, areas } = here
  const ids = [...areas.keys()]
  const wondered = await wonderedBy(tx, space.id, me.id)
  const mine = (await questionsIn(tx, space.id, ids)).filter(
    ({ id, asked_by }) => asked_by === me.id || wondered.has(id),
  )
  if (mine.length === 0) return []
  const read = await dismissalsOf(tx, space.id, me.id)
  const things: Thing[] = []
  for (const answer of await confirmedAnswersIn(tx, space.id, ids)) {
    const question = mine.find(({ id }) => id === answer.question_id)
    if (!question || answer.by === me.id || read.has(answer.id)) continue
    things.push({
      kind: 'answered',
      question: { id: question.id, words: question.words, topic: await showTopicById(here, question.topic_id) },
      by: { id: answer.by, name: answer.byName },
      source: answer.id,
      at: answer.at,
      mine: question.asked_by === me.id,
    })
  }
  return things
}

/** What I have begun to recall and is due again, a topic a thing. */
const toRecall: Finder = async (here) => {
  const due = (await exercisesFor(here.tx, here.space.id, here.me.id, [...here.areas.keys()])).filter(
    ({ due_at }) => due_at !== null && due_at <= here.now,
  )
  if (due.length === 0) return []
  const things: Thing[] = []
  const now = await topicsNow(here.tx, here.space.id)
  for (const first of new Map(due.map((one) => [now(one.topic_id), one])).values()) {
    things.push({
      kind: 'recall',
      topic: await showTopicById(here, first.topic_id),
      first: first.id,
      prompt: first.prompt,
    })
  }
  return things
}

/** What I remember and have no record of doing: to be tried once; where many are here, best beside whoever explained it. */
const toTry: Finder = async (here) => {
  const { tx, space, me, areas } = here
  const mine = (await evidenceOf(tx, space.id, me.id)).filter((row) => areas.has(row.area_id))
  const now = await topicsNow(tx, space.id)
  const done = new Set(mine.filter((row) => row.kind === 'did').map((row) => now(row.topic_id)))
  const read = await dismissalsOf(tx, space.id, me.id)
  const things: Thing[] = []
  for (const row of mine) {
    const topic = now(row.topic_id)
    if (row.kind !== 'remembers' || done.has(topic) || read.has(topic)) continue
    done.add(topic)
    const explained = (await isRouted(tx, space.id, row.area_id))
      ? (await exercisesFor(tx, space.id, me.id, [row.area_id])).find((one) => now(one.topic_id) === topic)
      : undefined
    things.push({
      kind: 'try',
      topic: await showTopicById(here, row.topic_id),
      with: explained ? { id: explained.speaker_id, name: explained.speakerName } : null,
    })
  }
  return things
}

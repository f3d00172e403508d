/** A made space with a long past: people, areas, topics by Zipf's law, and rounds of each topic, one after the other. */
import type { Bulk, Row } from './bulk.ts'

/** How large it is. */
export interface Size {
  conversions: number
  people: number
  areas: number
  topics: number
  /** The part of all conversions that the largest topic has. */
  largest: number
  /** How many conversions one entry of the journal recorded. */
  entry: number
}

const FLUSH = 20_000
const START = Date.parse('2020-01-01T00:00:00.000Z')
const MINUTE = 60_000

/** The same numbers in every run (mulberry32). */
export function random(seed: number): () => number {
  let at = seed
  return () => {
    at = (at + 0x6d2b79f5) | 0
    let t = Math.imul(at ^ (at >>> 15), 1 | at)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sums of shares by Zipf's law, with the exponent at which the first has the share that is given. */
export function zipf(count: number, first: number): Float64Array {
  const sharesAt = (exponent: number) => Float64Array.from({ length: count }, (_, n) => (n + 1) ** -exponent)
  const total = (shares: Float64Array) => shares.reduce((sum, share) => sum + share, 0)
  let [low, high] = [0, 3]
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2
    if (1 / total(sharesAt(middle)) < first) low = middle
    else high = middle
  }
  const shares = sharesAt(low)
  const all = total(shares)
  let sum = 0
  return shares.map((share) => {
    sum += share / all
    return sum
  })
}

/** The place of the sum that a number from 0 to 1 falls into. */
export function placeIn(sums: Float64Array, at: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 1) < at) low = middle + 1
    else high = middle
  }
  return low
}

const numbered = (what: string, n: number) => `${what}-${String(n).padStart(8, '0')}`
/** The id of a made person, topic or area by its number; area 0 is the open one. */
export const ids = {
  person: (n: number) => numbered('person', n),
  topic: (n: number) => numbered('topic', n),
  area: (n: number) => (n === 0 ? 'open' : numbered('area', n)),
}
const areaOf = (topic: number, areas: number) => (topic * 7) % areas

/** Writes the people, areas, topics and pages of a space that is there. */
export async function makeGround(bulk: Bulk, space: string, at: string, size: Size): Promise<void> {
  const tables = new Map<string, Row[]>()
  const put = (table: string, row: Row) => void tables.set(table, [...(tables.get(table) ?? []), row])
  const many = (table: string, count: number, row: (n: number) => Row) =>
    void tables.set(
      table,
      Array.from({ length: count }, (_, n) => row(n)),
    )
  many('membership', size.people, (n) => ({ space_id: space, person_id: ids.person(n), role: 'member', since: at }))
  for (let n = 1; n < size.areas; n++)
    put('area', { space_id: space, id: ids.area(n), slug: `area-${n}`, name: `Area ${n}`, closed: 1, made_at: at })
  const inside = Array.from({ length: size.people }, (_, person) => person).flatMap((person) =>
    Array.from({ length: size.areas - 1 }, (_, n) => n + 1)
      .filter((area) => person < 20 || (person + area) % 10 === 0)
      .map((area) => ({ space_id: space, area_id: ids.area(area), person_id: ids.person(person), since: at })),
  )
  tables.set('area_member', inside)
  many('topic', size.topics, (n) => ({
    space_id: space,
    id: ids.topic(n),
    area_id: ids.area(areaOf(n, size.areas)),
    slug: `topic-${n}`,
    title: `Topic ${n}`,
    started_by: ids.person(0),
    started_at: at,
  }))
  many('page', size.topics, (n) => ({
    space_id: space,
    topic_id: ids.topic(n),
    area_id: ids.area(areaOf(n, size.areas)),
    markdown: `---\ntitle: Topic ${n}\n---\n`,
    base: '',
    html: '<p>What it is.</p>',
    summary: 'What it is.',
    tags: '[]',
    targets: '[]',
    version: 1,
    updated_at: at,
    updated_by: null,
  }))
  await bulk.write(tables)
}

/** What was last done of a topic in its open round. */
interface Round {
  step: number
  question: string
  expert: number
  learner: number
  shown?: string
  told?: string
  page?: string
  claim?: string
}

/** Writes the conversions of a space, with the questions, lines, showings, doings and evidence that they came of. */
export async function makeLedger(bulk: Bulk, space: string, size: Size, from = 1): Promise<void> {
  const chance = random(7)
  const sums = zipf(size.topics, size.largest)
  const rounds = new Map<number, Round>()
  let tables = new Map<string, Row[]>()
  const put = (table: string, row: Row) => {
    const rows = tables.get(table)
    if (rows) rows.push({ space_id: space, ...row })
    else tables.set(table, [{ space_id: space, ...row }])
  }
  const person = () => Math.floor(chance() ** 2 * size.people)
  let recorded: string[] = []
  for (let n = 0; n < size.conversions; n++) {
    const topic = placeIn(sums, chance())
    const place = { area_id: ids.area(areaOf(topic, size.areas)), topic_id: ids.topic(topic) }
    const seq = from + Math.floor(n / size.entry)
    const moment = new Date(START + n * 3 * MINUTE).toISOString()
    const before = rounds.get(topic)
    const round = before && before.step < 4 ? before : begun(n)
    rounds.set(topic, round)
    const conversion = numbered('conversion', n)
    recorded.push(conversion)
    const convert = (mode: string, parts: [number, string][], causes: [string | undefined, string][]) => {
      put('conversion', { id: conversion, seq, mode, area_id: place.area_id, level: 'group', at: moment, rule: 2 })
      put('conversion_topic', { conversion_id: conversion, topic_id: place.topic_id, seq })
      for (const [who, how] of parts)
        put('conversion_part', { conversion_id: conversion, person_id: ids.person(who), how })
      for (const [of, kind] of causes)
        if (of) put('conversion_cause', { conversion_id: conversion, cause_id: of, kind })
    }
    const evidence = (id: string, kind: string, who: number, about: [string, string | null], because: string) =>
      put('evidence', {
        id: numbered(`evidence-${id}`, n),
        ...place,
        person_id: ids.person(who),
        kind,
        with_person: null,
        at: moment,
        stands_at: chance() < 0.8 ? moment : null,
        because,
        about_kind: about[0],
        about_id: about[1],
        help: null,
        stood_for_topic: null,
      })
    if (round.step === 0) shownOnce()
    else if (round.step === 1) toldOnce()
    else if (round.step === 2) {
      convert('combination', [], [[round.told, 'line']])
      round.page = conversion
    } else doneOnce()
    round.step++
    if (recorded.length === size.entry || n === size.conversions - 1) {
      const changed = JSON.stringify([{ nouns: { conversion: recorded }, to: { topics: [] } }])
      put('journal', { seq, id: null, act: 'made', by_person: null, door: 'bench', changed, at: moment })
      recorded = []
    }
    if (n % FLUSH === FLUSH - 1 || n === size.conversions - 1) {
      await bulk.write(ordered(tables))
      tables = new Map()
    }

    function begun(at: number): Round {
      const [expert, learner] = [person(), person()]
      const question = numbered('question', at)
      const open = chance() < 0.03
      put('question', {
        id: question,
        ...place,
        words: 'How is it done?',
        asked_by: ids.person(learner),
        asked_at: moment,
        shown_conversion: open ? null : conversion0(at),
        told_conversion: null,
        answered_at: open ? null : moment,
        asked_as: chance() < 0.02 ? 'somebody-new' : null,
      })
      return { step: 0, question, expert, learner }
    }
    function shownOnce() {
      convert(
        'socialisation',
        [
          [round.expert, 'showed'],
          [round.learner, 'was-shown'],
        ],
        [],
      )
      put('showing', {
        id: numbered('showing', n),
        ...place,
        question_id: round.question,
        shower: ids.person(round.expert),
        shown: ids.person(round.learner),
        offered_at: moment,
        shower_said_at: moment,
        shown_said_at: moment,
        called_off_at: null,
        conversion,
      })
      evidence('s', 'explained', round.expert, ['question', round.question], numbered('showing', n))
      round.shown = conversion
    }
    function toldOnce() {
      convert(
        'externalisation',
        [
          [round.expert, 'said'],
          [round.learner, 'asked'],
        ],
        [[round.shown, 'question']],
      )
      const [source, claim] = [numbered('source', n), numbered('claim', n)]
      put('source', {
        id: source,
        area_id: place.area_id,
        name: `${source}.md`,
        title: 'How it is done',
        origin: null,
        kind: 'answer',
        text: '# How it is done\n\nNever do it twice.\n',
        hash: source,
        speaker_id: ids.person(round.expert),
        question_id: round.question,
        brought_by: ids.person(round.expert),
        at: moment,
      })
      put('claim', {
        id: claim,
        ...place,
        source_id: source,
        from_line: 3,
        to_line: 3,
        words: 'Never do it twice.',
        statement: 'Never do it twice.',
        holds_when: null,
        kind: 'hard',
        sayable: 'easily',
        ...voice(ids.person(round.expert)),
        version: 1,
        proposed_at: moment,
        confirmed_at: moment,
        withdrawn_at: null,
        told_conversion: conversion,
        page_conversion: null,
      })
      put('exercise', {
        id: numbered('exercise', n),
        ...place,
        claim_id: claim,
        claim_version: 1,
        prompt: 'Never do it …',
        gap: 'twice',
        made_at: moment,
        rested_at: null,
        rested_why: null,
      })
      evidence('e', 'explained', round.expert, ['question', round.question], source)
      round.told = conversion
      round.claim = claim
    }
    function doneOnce() {
      convert(
        'internalisation',
        [
          [round.learner, 'did'],
          [round.expert, 'witnessed'],
        ],
        [
          [round.page, 'page'],
          [round.shown, 'showing'],
        ],
      )
      put('doing', {
        id: numbered('doing', n),
        ...place,
        person_id: ids.person(round.learner),
        done_on: moment.slice(0, 10),
        witness: ids.person(round.expert),
        words: null,
        said_at: moment,
        witnessed_at: moment,
        not_seen_at: null,
        conversion,
        led_by: null,
      })
      evidence('i', 'did', round.learner, ['topic', null], numbered('doing', n))
      evidence('r', 'remembers', round.learner, ['claim', round.claim ?? null], numbered('exercise', n))
      put('card', {
        person_id: ids.person(round.learner),
        exercise_id: (round.claim ?? '').replace('claim', 'exercise'),
        due_at: new Date(START + (n + 200_000 * chance()) * 3 * MINUTE).toISOString(),
        schedule: '{}',
        remembered_at: moment,
        rested_at: null,
      })
    }
  }
}

const conversion0 = (n: number) => numbered('conversion', n)
/** Whose words a line is. */
const voice = (person: string): Row => ({ speaker_id: person })

const ORDER = ['conversion', 'question', 'source', 'claim', 'exercise']
/** The tables with those first that others refer to. */
const ordered = (tables: Map<string, Row[]>) =>
  new Map(
    [...tables].sort(
      ([a], [b]) => (ORDER.includes(b) ? 1 : 0) - (ORDER.includes(a) ? 1 : 0) || ORDER.indexOf(a) - ORDER.indexOf(b),
    ),
  )

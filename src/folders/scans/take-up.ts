import { z } from 'zod'
import { type HereIAm, id, onlyFor, orAbsent, reaches, shownArea, slugOf, text, writingAct } from '../../ba/index.ts'
import { importSource } from '../../combination/index.ts'
import { newTopic, shownTopic, showTopicById, topicBySlug } from '../../knowledge/index.ts'
import { ask } from '../../socialisation/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { turnNamed } from './scan-named.ts'
import { addTakeUp, takeUpOf } from './scan-rows.ts'
import type { Turned } from './scanned.ts'

/**
 * A finding becomes a question that stands: its topic is there or is started, the document it rests on is kept as a
 * source, and the room is asked. Done again, it gives what came of it the first time.
 */
export const takeUp = writingAct({
  name: 'take-up',
  says: 'Takes up a finding: keeps the document it rests on, and asks about it in the room.',
  may: 'keeper',
  input: z.object({ turn: id, finding: z.int().min(0).max(50), words: text(2000).optional() }),
  output: z.object({ topic: shownTopic, question: z.string() }),
  run: async (here, { turn: ref, finding: n, words }) => {
    const { tx, space, me, now, changed } = here
    const turn = await turnNamed(here, ref)
    const done = await takeUpOf(tx, space.id, turn.id, n)
    if (done) return { topic: await showTopicById(here, done.topic_id), question: done.question_id }
    const turned = JSON.parse(turn.turned ?? '{"findings":[]}') as Turned
    const finding = orAbsent((await findingsSeen(tx, turn, turned))[n], 'finding', 'finding')
    const topic = await topicFor(here, turn.area_id, finding.about)
    for (const path of new Set(finding.where.map(({ path }) => path))) await keep(here, turn.area_id, turned, path)
    const { question } = await ask.run(here, { topic: topic.id, words: words ?? asked(finding) })
    await addTakeUp(tx, {
      space_id: space.id,
      turn_id: turn.id,
      finding: n,
      topic_id: topic.id,
      question_id: question,
      by_person: me.id,
      at: now,
    })
    changed({ scan: turn.id }, onlyFor(me.id))
    return { topic: await showTopicById(here, topic.id), question }
  },
})

async function topicFor(here: HereIAm, area: string, title: string) {
  const name = title.trim().slice(0, 120) || 'Untitled'
  const there = await topicBySlug(here.tx, here.space.id, area, slugOf(name))
  return there ?? newTopic(here, { title: name, area, by: here.me.id })
}

async function keep(here: HereIAm, area: string, turned: Turned, path: string) {
  const words = turned.texts[path]
  if (!words?.trim() || !reaches(here.me.role, importSource.may)) return
  const name = path
    .replace(/[\\<>:"|?*^,[\]\p{Cc}]/gu, '-')
    .slice(-200)
    .replace(/^[./]+/, '')
  await importSource.run(here, { name, text: words, origin: path.slice(0, 500), area: shownArea(here, area).slug })
}

/** The question in full, so that whoever reads it needs nothing else. */
function asked({ kind, line, words, button, questions }: Turned['findings'][number]): string {
  // What a chat asked twice is asked again as it was; whether to keep an answer is put to its author alone.
  if (kind === 'asked-twice') return (words[0] ?? line).slice(0, 2000)
  const paired = questions.length === words.length
  const all = questions.map((question, n) => (paired ? `“${words[n]}” ${question}` : question))
  return (all.length > 0 ? all.join('\n') : `${button} ${line}\n“${words[0] ?? ''}”`).slice(0, 2000)
}

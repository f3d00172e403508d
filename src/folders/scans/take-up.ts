import { z } from 'zod'
import { type HereIAm, id, onlyFor, orAbsent, reaches, shownArea, text, writingAct } from '../../ba/index.ts'
import { importSource } from '../../combination/index.ts'
import { newTopic, shownTopic, showTopicById, topicTitled } from '../../knowledge/index.ts'
import { ask } from '../../socialisation/index.ts'
import { MOST_QUESTION } from '../../text/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { scanNamed } from './scan-named.ts'
import type { ScanResult } from './scan-result.ts'
import { addTakeUp, takeUpOf } from './scan-rows.ts'

/**
 * The act `take-up`: turns a finding into a question to the room, on an existing or new topic, and
 * keeps its document as a source. Repeating it returns the first result.
 */
export const takeUp = writingAct({
  name: 'take-up',
  formerly: { name: 'take-up', fields: { turn: 'scan' } },
  says: 'Takes up a finding: keeps the document it rests on, and asks about it in the room.',
  may: 'keeper',
  input: z.object({ scan: id, finding: z.int().min(0).max(50), words: text(MOST_QUESTION).optional() }),
  output: z.object({ topic: shownTopic, question: z.string() }),
  run: async (here, { scan: ref, finding: n, words }) => {
    const { tx, space, me, now, changed } = here
    const scan = await scanNamed(here, ref)
    const done = await takeUpOf(tx, space.id, scan.id, n)
    if (done) return { topic: await showTopicById(here, done.topic_id), question: done.question_id }
    const result = JSON.parse(scan.turned ?? '{"findings":[]}') as ScanResult
    const finding = orAbsent((await findingsSeen(tx, scan, result))[n], 'finding', 'finding')
    const topic = await topicFor(here, scan.area_id, finding.about)
    for (const path of new Set(finding.where.map(({ path }) => path))) await keep(here, scan.area_id, result, path)
    const { question } = await ask.run(here, { topic: topic.id, words: words ?? asked(finding) })
    await addTakeUp(tx, {
      space_id: space.id,
      turn_id: scan.id,
      finding: n,
      topic_id: topic.id,
      question_id: question,
      by_person: me.id,
      at: now,
    })
    changed({ scan: scan.id }, onlyFor(me.id))
    return { topic: await showTopicById(here, topic.id), question }
  },
})

async function topicFor(here: HereIAm, area: string, title: string) {
  const name = title.trim().slice(0, 120) || 'Untitled'
  const there = await topicTitled(here.tx, here.space.id, area, name)
  return there ?? newTopic(here, { title: name, area, by: here.me.id })
}

async function keep(here: HereIAm, area: string, result: ScanResult, path: string) {
  const words = result.texts[path]
  if (!words?.trim() || !reaches(here.me.role, importSource.may)) return
  const name = path
    .replace(/[\\<>:"|?*^,[\]\p{Cc}]/gu, '-')
    .slice(-200)
    .replace(/^[./]+/, '')
  await importSource.run(here, { name, text: words, origin: path.slice(0, 500), area: shownArea(here, area).slug })
}

/** The complete question, understandable without the finding. */
function asked({ kind, line, words, button, questions }: ScanResult['findings'][number]): string {
  // A question asked twice in a chat is asked verbatim; whether to keep an answer is asked of its
  // author alone.
  if (kind === 'asked-twice') return (words[0] ?? line).slice(0, MOST_QUESTION)
  const paired = questions.length === words.length
  const all = questions.map((question, n) => (paired ? `“${words[n]}” ${question}` : question))
  return (all.length > 0 ? all.join('\n') : `${button} ${line}\n“${words[0] ?? ''}”`).slice(0, MOST_QUESTION)
}

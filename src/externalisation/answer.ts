import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type HereIAm, id, looseSlug, orAbsent, text, unfit, writingAct } from '../ba/index.ts'
import { addClaim, addSource, claimsProposedBy, questionById, showClaims, shownClaim } from '../knowledge/index.ts'
import { answerText } from './answer-text.ts'
import { proposeClaim } from './proposed-claim.ts'
import { sentencesOf } from './sentences.ts'

/** More sentences than this are an interview, not an answer. */
const MOST = 60

/** An answer in my own words: kept as a source that only I see, and drawn out into claims that wait for me. */
export const answer = writingAct({
  name: 'answer',
  says: 'Answers a question in writing; what you wrote is yours alone until you confirm a line of it.',
  may: 'member',
  input: z.object({ question: id, words: text(20_000), request: id.optional() }),
  output: z.object({ source: z.string(), claims: z.array(shownClaim) }),
  run: async (here, { question: questionId, words, request }) => {
    const { tx, space, me, areas, about } = here
    const found = await questionById(tx, space.id, questionId)
    const question = orAbsent(found && areas.has(found.area_id) ? found : undefined, 'question', 'question')
    const sentences = sentencesOf(words)
    if (sentences.length > MOST) throw unfit('words', `It has more than ${MOST} sentences.`, 'Answer in parts.')
    const source = await keepAnswer(here, question, sentences)
    about({ topic: question.topic_id, question: question.id, source, ...(request ? { request } : {}) })
    const mine = (await claimsProposedBy(tx, space.id, me.id)).filter((claim) => claim.source_id === source)
    return { source, claims: await showClaims(here, mine) }
  },
})

type Question = NonNullable<Awaited<ReturnType<typeof questionById>>>

async function keepAnswer(
  here: HereIAm,
  question: Question,
  sentences: ReturnType<typeof sentencesOf>,
): Promise<string> {
  const { tx, space, me, now, newId } = here
  const source = newId()
  const { text, lines } = answerText({ question: question.words, source, now, sentences })
  const about = looseSlug(question.words).split('-').slice(0, 8).join('-').slice(0, 60) || 'answer'
  await addSource(tx, {
    space_id: space.id,
    id: source,
    area_id: question.area_id,
    name: `${about}-${source.slice(-8)}.md`,
    title: question.words,
    origin: null,
    kind: 'answer',
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    speaker_id: me.id,
    question_id: question.id,
    brought_by: me.id,
    at: now,
  })
  for (const [index, sentence] of sentences.entries()) {
    const proposed = proposeClaim(sentence.text)
    if (!proposed) continue
    const line = lines[index] ?? 0
    await addClaim(tx, {
      space_id: space.id,
      id: newId(),
      area_id: question.area_id,
      topic_id: question.topic_id,
      source_id: source,
      from_line: line,
      to_line: line,
      words: sentence.text,
      statement: proposed.statement,
      holds_when: proposed.holdsWhen,
      kind: proposed.kind,
      sayable: 'easily',
      speaker_id: me.id,
      version: 1,
      proposed_at: now,
      confirmed_at: null,
      withdrawn_at: null,
      told_conversion: null,
      page_conversion: null,
    })
  }
  return source
}

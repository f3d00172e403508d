import { type Composed, cite, compose, escapeMarks, type Ingredients } from '../../compose/index.ts'
import { doubtOf, noticeOf } from '../../pages/index.ts'
import { citedBy, type Draft } from './draft.ts'
import { claimEvidence, type Evidence, evidenceOf, passageEvidence } from './evidence.ts'
import { paragraphsIn, without } from './paragraphs.ts'

/**
 * Writes a model's draft as a page and checks it again: unsupported sentences are marked, and
 * evidence that the model left out is appended as it would be composed. The composed summary is
 * used if the model's is unsupported.
 */
export function writtenPage(draft: Draft, made: Ingredients, composed: Composed, model: string | null): Composed {
  const evidence = evidenceOf(made)
  const blocks = [
    ...(model === null ? [] : [noticeOf(escapeMarks(model))]),
    ...draft.blocks.flatMap((block) => blockText(block, evidence, made.title)),
  ]
  const body = [`# ${escapeMarks(made.title)}`, ...blocks, ...leftOut(draft, made)].join('\n\n')
  const { text, cites } = draft.summary
  const holds = text !== '' && doubtOf(text, citedBy(evidence)(cites), made.title) === null
  return { ...composed, body: `${body.trimEnd()}\n`, summary: holds ? text : composed.summary }
}

function blockText(block: Draft['blocks'][number], evidence: readonly Evidence[], title: string): string[] {
  const sentences = block.sentences.map((one) => sentenceText(one, evidence, title))
  const text = block.steps ? sentences.map((one, n) => `${n + 1}. ${one}`).join('\n') : sentences.join(' ')
  return block.heading ? [`## ${escapeMarks(block.heading)}`, text] : [text]
}

function sentenceText({ text, cites }: Draft['summary'], evidence: readonly Evidence[], title: string): string {
  const cited = evidence.filter(({ key }) => cites.includes(key))
  const words = escapeMarks(text)
  const doubted =
    doubtOf(
      text,
      cited.map((one) => one.text),
      title,
    ) !== null
  return [doubted ? `==${words}==` : words, ...cited.map((one) => cite([one]))].join(' ')
}

/** Composes the evidence that no sentence cites, so that nothing is lost. */
function leftOut(draft: Draft, made: Ingredients): string[] {
  const cited = new Set(draft.blocks.flatMap((block) => block.sentences.flatMap(({ cites }) => cites)))
  const written = paragraphsIn(made.passages).filter((one) => cited.has(passageEvidence(one).key))
  const passages = made.passages.map((one) => without(one, written)).filter((one) => paragraphsIn([one]).length > 0)
  const said = made.said.filter((one) => !cited.has(claimEvidence(one).key))
  if (passages.length + said.length === 0) return []
  const rest = compose({ ...made, passages, said }).body.replace(/^# .*\n+/, '')
  return rest.startsWith('## ') ? [rest] : ['## Also said', rest]
}

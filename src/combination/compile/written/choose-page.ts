import { type Here, inArea } from '../../../ba/index.ts'
import type { Composed, Ingredients } from '../../compose/index.ts'
import { dropWriting, keepWriting, type Writing } from '../../pages/index.ts'
import { draftForm, standing } from './draft.ts'
import { evidenceOf, seenIn } from './evidence.ts'
import { writtenPage } from './written-page.ts'

/** The choice between a model's draft and the composed page. */
export interface ChosenPage {
  page: Composed | null
  /** The front-matter fields about authorship. */
  fields: Record<string, string | null>
  /** The part of the draft that is still valid, or null. */
  draft: string | null
  /** Whether to request a new draft. */
  wanted: boolean
}

/**
 * Chooses the model's draft if the model is on, or the draft was taken over, and some of it is
 * still valid; else the composed page. A page that was taken over is never requested again, and
 * turning the model off removes nothing.
 */
export function choosePage(
  made: Ingredients,
  composed: Composed,
  writing: Writing | undefined,
  on: boolean,
): ChosenPage {
  const evidence = evidenceOf(made)
  const taken = writing?.taken_over_at ?? null
  const wanted = on && !taken && evidence.length > 0 && writing?.seen !== seenIn(made.title, evidence)
  const kept = writing?.draft ? standing(draftForm.parse(JSON.parse(writing.draft)), evidence) : null
  const draft = kept && kept.blocks.length > 0 ? JSON.stringify(kept) : null
  if (!kept || !draft || !(on || taken)) return { page: null, fields: writing?.draft ? NONE : {}, draft, wanted }
  const model = writing?.model ?? ''
  return {
    page: writtenPage(kept, made, composed, taken ? null : model),
    fields: {
      provenanceState: taken ? 'merged' : 'inferred',
      writtenBy: model,
      takenOverBy: writing?.takenOverName ?? null,
      takenOverAt: taken,
    },
    draft,
    wanted,
  }
}

const NONE = { provenanceState: null, writtenBy: null, takenOverBy: null, takenOverAt: null }

/** Whether the valid part of a draft differs from the stored one. */
const standsOtherwise = (writing: Writing, { draft }: ChosenPage): boolean =>
  writing.draft !== null && writing.draft !== draft

/** Reduces the stored draft to its valid part, so that withdrawn words are deleted here, too. */
export async function keepStanding(here: Here, writing: Writing, written: ChosenPage): Promise<void> {
  if (!standsOtherwise(writing, written)) return
  const { takenOverName: _, ...row } = writing
  if (written.draft) await keepWriting(here.tx, { ...row, draft: written.draft })
  else await dropWriting(here.tx, row.space_id, row.topic_id)
  here.changed({ writing: row.topic_id }, inArea(row.area_id, row.topic_id))
}

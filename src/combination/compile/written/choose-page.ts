import { type Here, inArea } from '../../../ba/index.ts'
import type { Composed, Ingredients } from '../../compose/index.ts'
import { dropWriting, keepWriting, type Writing } from '../../pages/index.ts'
import { draftForm, standing } from './draft.ts'
import { evidenceOf, seenIn } from './evidence.ts'
import { writtenPage } from './written-page.ts'

/** What stands in the place of what was composed, where a model has written the page. */
export interface ChosenPage {
  page: Composed | null
  /** What the page's front matter says of it. */
  fields: Record<string, string | null>
  /** What of the draft may still stand; null where nothing may. */
  draft: string | null
  /** Whether a model is to be asked for the page anew. */
  wanted: boolean
}

/**
 * Decides what the page is: what a model wrote, as long as it may and something of it stands; else what was composed.
 * Once somebody has taken a page over, no model is asked for it again, and turning it off takes nothing away.
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

/** Whether less of a draft may stand than was kept of it. */
const standsOtherwise = (writing: Writing, { draft }: ChosenPage): boolean =>
  writing.draft !== null && writing.draft !== draft

/** Keeps of a draft only what may still stand: words that were withdrawn go from here, too. */
export async function keepStanding(here: Here, writing: Writing, written: ChosenPage): Promise<void> {
  if (!standsOtherwise(writing, written)) return
  const { takenOverName: _, ...row } = writing
  if (written.draft) await keepWriting(here.tx, { ...row, draft: written.draft })
  else await dropWriting(here.tx, row.space_id, row.topic_id)
  here.changed({ writing: row.topic_id }, inArea(row.area_id, row.topic_id))
}

import { type Here, inArea } from '../../../ba/index.ts'
import { type JobHandler, type Moment, recordAs, spaceOf } from '../../../ledger/index.ts'
import { asking, type ModelSaid } from '../../../model/index.ts'
import type { Store, Tx } from '../../../store/index.ts'
import { sayCompiling, wishCompile } from '../../documents/index.ts'
import { keepWriting, writingOf } from '../../pages/index.ts'
import { ingredientsOf, toCompose } from '../ingredients.ts'
import { answerForm, draftOf, wrongIn } from './draft.ts'
import { type Evidence, evidenceOf, seenIn } from './evidence.ts'
import { givenTo, TASK } from './prompt.ts'
import { WRITE } from './wish-writing.ts'

/** The act name of the journal entry for a request to a model. */
const WRITTEN = 'written'
/** And that it was not asked after all: it is off by now, or the page is somebody's. */
const LEFT = 'not-written'

type Read = NonNullable<Awaited<ReturnType<typeof ingredientsOf>>>
type Written = { draft: string | null; fault: string | null; keep: (tx: Tx, id: string) => Promise<unknown> }

/**
 * The job that has the model write one topic's page from the compiler's input. It stores the draft
 * or the failure; the next compile uses it.
 */
export function writeTopic(store: Store, moment: Moment, model: ModelSaid | null, stopped: AbortSignal): JobHandler {
  return async (job, finish) => {
    const read = await store.read((tx) => ingredientsOf(tx, job.space_id, job.subject, moment))
    const recorded = (tx: Tx, act: string, work: (here: Here) => Promise<void>) =>
      recordAs(
        { tx, space: spaceOf(job), newId: moment.newId },
        { act, by: null, door: 'whorl', now: moment.now() },
        work,
      )
    if (!model || !read?.modelOn || read.writing?.taken_over_at) {
      return store.write(async (tx) => {
        if (read) await recorded(tx, LEFT, (here) => sayCompiling(here, job.subject))
        await finish(tx)
      })
    }
    const [title, evidence] = [read.topic.title, evidenceOf(toCompose(read))]
    const of = { space: job.space_id, area: read.topic.area_id, what: WRITE, now: moment.now, stopped }
    const written = await write({ model, title, evidence, of })
    // A stopped process records nothing; the next one asks again.
    if (stopped.aborted) return
    await store.write(async (tx) => {
      await recorded(tx, WRITTEN, async (here) => {
        const request = here.newId()
        await written.keep(tx, request)
        here.changed({ modelRequest: request }, inArea(read.topic.area_id))
        await record(here, read, { ...written, seen: seenIn(title, evidence), model: model.name })
        await wishCompile(here, read.topic.id)
      })
      await finish(tx)
    })
  }
}

type Writing = {
  model: ModelSaid
  title: string
  evidence: readonly Evidence[]
  of: Parameters<typeof asking>[2]
}

async function write({ model, title, evidence, of }: Writing): Promise<Written> {
  const asked = {
    task: TASK,
    given: givenTo(title, evidence),
    form: answerForm,
    wrong: (answer: Parameters<typeof wrongIn>[0]) => wrongIn(answer, evidence, title),
  }
  const { value, fault, keep } = await asking(model, asked, of)
  return { draft: value && JSON.stringify(draftOf(value, evidence, title)), fault, keep }
}

/**
 * Stores the draft, or the failure beside the previous draft; does nothing if the page was taken
 * over meanwhile.
 */
async function record(
  { tx, space, now, changed }: Here,
  { topic }: Read,
  { draft, fault, seen, model }: Omit<Written, 'keep'> & { seen: string; model: string },
): Promise<void> {
  const before = await writingOf(tx, space.id, topic.id)
  if (before?.taken_over_at) return
  await keepWriting(tx, {
    space_id: space.id,
    topic_id: topic.id,
    area_id: topic.area_id,
    seen,
    draft: draft ?? before?.draft ?? null,
    model: draft ? model : (before?.model ?? null),
    written_at: draft ? now : (before?.written_at ?? null),
    fault,
    fault_at: fault ? now : null,
    taken_over_by: null,
    taken_over_at: null,
  })
  changed({ writing: topic.id }, inArea(topic.area_id, topic.id))
}

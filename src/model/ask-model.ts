import type { z } from 'zod'
import type { ModelSaid } from './model-said.ts'
import { TooLong } from './speak.ts'

const faults = ['slow', 'cut-off', 'too-long', 'nonsense', 'unsupported', 'busy', 'refused', 'unreachable'] as const

/** The reasons why a model gave no usable answer. */
export type ModelFault = (typeof faults)[number]

/** A request: the task, its input, and the schema of the answer. */
export interface Asked<T> {
  task: string
  given: string
  form: z.ZodType<T>
  /** A check of an answer that fits the schema; a faulty one is requested once more. */
  wrong?: (answer: T) => 'nonsense' | 'unsupported' | null
}

/** The result or fault of a request, with its token usage in either case. */
export type Answered<T> = ({ value: T; fault: null } | { value: null; fault: ModelFault }) & { used: Used }

/** Tokens read and written, as the model counts them. */
export interface Used {
  tokensIn: number
  tokensOut: number
}

const ATTEMPTS = 2
const MOST_GIVEN = 120_000
const MOST_TOKENS = 12_000

/**
 * Asks a model for an answer that fits a schema, within limits; never throws, and makes at most two
 * attempts. A busy model is retried after a pause, nonsense at once, a timeout never.
 */
export async function askModel<T>(model: ModelSaid, asked: Asked<T>, stopped: AbortSignal): Promise<Answered<T>> {
  const used: Used = { tokensIn: 0, tokensOut: 0 }
  if (asked.task.length + asked.given.length > MOST_GIVEN) return { value: null, fault: 'too-long', used }
  const until = AbortSignal.any([AbortSignal.timeout(model.ms), stopped])
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(model, asked, until, used)
    const again = ['busy', 'nonsense', 'unsupported'].includes(answer.fault ?? '')
    if (!again || attempt === ATTEMPTS || until.aborted) return { ...answer, used }
    if (answer.fault === 'busy') await new Promise((resolve) => setTimeout(resolve, model.pauseMs))
  }
}

type Once<T> = { value: T; fault: null } | { value: null; fault: ModelFault }

async function askOnce<T>(model: ModelSaid, asked: Asked<T>, until: AbortSignal, used: Used): Promise<Once<T>> {
  const { generateText, Output, NoObjectGeneratedError } = await import('ai')
  const count = (usage: { inputTokens?: number | undefined; outputTokens?: number | undefined } | undefined) => {
    used.tokensIn += usage?.inputTokens ?? 0
    used.tokensOut += usage?.outputTokens ?? 0
  }
  try {
    const answer = await generateText({
      model: await model.speak(),
      system: asked.task,
      prompt: asked.given,
      output: Output.object({ schema: asked.form, name: 'answer' }),
      maxOutputTokens: MOST_TOKENS,
      maxRetries: 0,
      abortSignal: until,
    })
    count(answer.totalUsage)
    if (answer.finishReason === 'length') return { value: null, fault: 'cut-off' }
    const value = answer.output
    const fault = asked.wrong?.(value) ?? null
    return fault ? { value: null, fault } : { value, fault }
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error)) count(error.usage)
    return { value: null, fault: until.aborted ? 'slow' : faultIn(error) }
  }
}

/** Maps an error of any layer to a fault. */
function faultIn(error: unknown): ModelFault {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof TooLong) return 'too-long'
    if ('finishReason' in one && one.finishReason === 'length') return 'cut-off'
    const status = 'statusCode' in one ? one.statusCode : undefined
    if (status === 429 || (typeof status === 'number' && status >= 500)) return 'busy'
    if (typeof status === 'number' && status >= 400) return 'refused'
    if ('code' in one && typeof one.code === 'string' && /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(one.code))
      return 'unreachable'
    if (one.name === 'TypeError' && /fetch failed/.test(one.message)) return 'unreachable'
  }
  return 'nonsense'
}

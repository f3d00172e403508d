import type { Tx } from '../store/index.ts'
import { type Answered, type Asked, askModel } from './ask-model.ts'
import { keepRequest } from './model-rows.ts'
import type { ModelSaid } from './model-said.ts'

/**
 * Asks a model for an area; returns the answer and a function that stores its cost in a
 * transaction.
 */
export async function asking<T>(
  model: ModelSaid,
  asked: Asked<T>,
  of: { space: string; area: string; what: string; now: () => string; stopped: AbortSignal },
): Promise<Answered<T> & { keep: (tx: Tx, id: string) => Promise<unknown> }> {
  const at = of.now()
  const answered = await askModel(model, asked, of.stopped)
  const { tokensIn, tokensOut } = answered.used
  const { prices } = model
  const keep = (tx: Tx, id: string) =>
    keepRequest(tx, {
      space_id: of.space,
      id,
      area_id: of.area,
      what: of.what,
      name: model.name,
      at,
      ms: Date.parse(of.now()) - Date.parse(at),
      tokens_in: tokensIn,
      tokens_out: tokensOut,
      // A price per million tokens equals the cost of one token in millionths.
      cost: prices ? Math.round(tokensIn * prices.in + tokensOut * prices.out) : null,
      currency: prices?.currency ?? null,
      fault: answered.fault,
    })
  return { ...answered, keep }
}

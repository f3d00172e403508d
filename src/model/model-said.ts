import { z } from 'zod'
import { anthropicAt, openAiAt, type Speak } from './speak.ts'

/** The operator's configuration of a language model. */
export interface ModelSaid {
  name: string
  /** Its host as shown to people, without key or path. */
  where: string
  speak: Speak
  /** The time limit of one answer. */
  ms: number
  /** The pause before a retry of a busy model. */
  pauseMs: number
  /** Prices per million tokens; null if none are configured. */
  prices: { in: number; out: number; currency: string } | null
}

const price = z.coerce.number().min(0).max(100_000)
const filled = z.string().trim().min(1)

const environment = z.object({
  WHORL_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  WHORL_MODEL_NAME: filled.optional(),
  WHORL_MODEL_KEY: filled.optional(),
  WHORL_MODEL_FORM: z.enum(['openai', 'anthropic']).optional(),
  WHORL_MODEL_SECONDS: z.coerce.number().min(1).max(1800).default(180),
  WHORL_MODEL_PRICE_IN: price.optional(),
  WHORL_MODEL_PRICE_OUT: price.optional(),
  WHORL_MODEL_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  ANTHROPIC_API_KEY: filled.optional(),
})

const ANTHROPIC = 'https://api.anthropic.com/v1'

/**
 * Reads the model configuration from the environment; null if there is none: `WHORL_MODEL_URL` or
 * `ANTHROPIC_API_KEY`, with `WHORL_MODEL_NAME`. Throws at start if it is invalid.
 */
export function modelSaidBy(given: Record<string, string | undefined>): ModelSaid | null {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  const read = environment.safeParse(present)
  if (!read.success)
    throw new Error(`${read.error.issues[0]?.path.join('.')} does not say what it should: see docs/model-use.md.`)
  const said = read.data
  const url = said.WHORL_MODEL_URL ?? (said.ANTHROPIC_API_KEY && said.WHORL_MODEL_NAME ? ANTHROPIC : undefined)
  if (!url) return null
  const name = said.WHORL_MODEL_NAME
  if (!name) throw new Error('WHORL_MODEL_URL says where a model is. Say which one, too, as WHORL_MODEL_NAME.')
  const form = said.WHORL_MODEL_FORM ?? (said.WHORL_MODEL_URL ? 'openai' : 'anthropic')
  const key = said.WHORL_MODEL_KEY ?? (form === 'anthropic' ? said.ANTHROPIC_API_KEY : undefined)
  const { WHORL_MODEL_PRICE_IN: priceIn, WHORL_MODEL_PRICE_OUT: priceOut, WHORL_MODEL_CURRENCY: currency } = said
  return {
    name,
    where: new URL(url).host,
    speak: form === 'anthropic' ? anthropicAt(url, name, key) : openAiAt(url, name, key),
    ms: said.WHORL_MODEL_SECONDS * 1000,
    pauseMs: 2000,
    prices: priceIn === undefined && priceOut === undefined ? null : { in: priceIn ?? 0, out: priceOut ?? 0, currency },
  }
}

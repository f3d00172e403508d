import type { LanguageModel } from 'ai'

/**
 * Opens a model; its client library is loaded on demand, so that a house without a model never
 * loads it.
 */
export type Speak = () => Promise<LanguageModel>

/** A model with an OpenAI-compatible API: a vendor's, or a local Ollama's. */
export const openAiAt =
  (url: string, name: string, key: string | undefined): Speak =>
  async () => {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
    const at = { name: 'whorl', baseURL: url.replace(/\/+$/, ''), fetch: bounded, supportsStructuredOutputs: true }
    return createOpenAICompatible(key ? { ...at, apiKey: key } : at).chatModel(name)
  }

/** A model with an Anthropic API. */
export const anthropicAt =
  (url: string, name: string, key: string | undefined): Speak =>
  async () => {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ baseURL: url.replace(/\/+$/, ''), apiKey: key ?? '', fetch: bounded })(name)
  }

/** The size limit of a response. */
const MOST_BYTES = 2_000_000

/** Fetches without redirects and with a size limit. */
const bounded: typeof fetch = async (input, init) => {
  const answer = await fetch(input, { ...init, redirect: 'error' })
  if (!answer.body) return answer
  return new Response(answer.body.pipeThrough(atMost(MOST_BYTES)), answer)
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let passed = 0
  return new TransformStream({
    transform(part, out) {
      passed += part.byteLength
      if (passed > bytes) out.error(new TooLong())
      else out.enqueue(part)
    },
  })
}

/** Thrown when a response exceeds the size limit. */
export class TooLong extends Error {
  override name = 'TooLong'
}

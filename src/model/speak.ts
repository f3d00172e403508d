import type { LanguageModel } from 'ai'

/** Opens a model to be asked: what speaks to it is loaded then, so that a house without one never loads it. */
export type Speak = () => Promise<LanguageModel>

/** A model at an address that speaks as OpenAI does: a company's, a local Ollama's. */
export const openAiAt =
  (url: string, name: string, key: string | undefined): Speak =>
  async () => {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
    const at = { name: 'whorl', baseURL: url.replace(/\/+$/, ''), fetch: bounded, supportsStructuredOutputs: true }
    return createOpenAICompatible(key ? { ...at, apiKey: key } : at).chatModel(name)
  }

/** A model at an address that speaks as Anthropic does. */
export const anthropicAt =
  (url: string, name: string, key: string | undefined): Speak =>
  async () => {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ baseURL: url.replace(/\/+$/, ''), apiKey: key ?? '', fetch: bounded })(name)
  }

/** An answer longer than this is none. */
const MOST_BYTES = 2_000_000

/** Fetches without following elsewhere, and no more than an answer can be. */
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

/** What is thrown where an answer does not end. */
export class TooLong extends Error {
  override name = 'TooLong'
}

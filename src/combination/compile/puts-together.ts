import { type Voice, voiceKey } from '../../knowledge/index.ts'

/** What a compile took in, as far as it decides whether it counts as combination. */
export interface TakenIn {
  /** The sources that the page cites now. */
  sources: readonly string[]
  /** The confirmed claims of its topic, each with source and voice. */
  claims: readonly {
    sourceName: string
    voice: Voice
    question_id: string | null
    page_conversion: string | null
  }[]
  /** The sources that the page cited before; null if there was no page. */
  before: ReadonlySet<string> | null
}

/**
 * Whether a compile counts as combination: the page cites at least two voices (people, groups or
 * documents) and took in something new, or an existing page took in an answer. All answers of one
 * person are one voice.
 */
export function putsTogether({ sources, claims, before }: TakenIn): boolean {
  const fresh = claims.filter((claim) => claim.page_conversion === null)
  if (before !== null && fresh.some((claim) => claim.question_id !== null)) return true
  const speakers = new Map(claims.map((claim) => [claim.sourceName, voiceKey(claim.voice)]))
  const voices = new Set(sources.map((name) => speakers.get(name) ?? name))
  const takesIn = fresh.length > 0 || sources.some((name) => !before?.has(name))
  return voices.size > 1 && takesIn
}

/** What a compiled page took in, as far as it decides whether something was put together. */
export interface TakenIn {
  /** The names of the sources that the page cites now. */
  sources: readonly string[]
  /** The confirmed lines of its topic, each with its source and who said it. */
  claims: readonly {
    sourceName: string
    speaker_id: string
    question_id: string | null
    page_conversion: string | null
  }[]
  /** The names of the sources that the page cited before; none where there was no page. */
  before: ReadonlySet<string> | null
}

/**
 * Whether a compile counts as combination: the page is put together from several people or documents and has taken one
 * in that is new; or it stood already and was made better by an answer that came back. One person's answers are one voice.
 */
export function putsTogether({ sources, claims, before }: TakenIn): boolean {
  const fresh = claims.filter((claim) => claim.page_conversion === null)
  if (before !== null && fresh.some((claim) => claim.question_id !== null)) return true
  const speakers = new Map(claims.map((claim) => [claim.sourceName, claim.speaker_id]))
  const voices = new Set(sources.map((name) => speakers.get(name) ?? name))
  const takesIn = fresh.length > 0 || sources.some((name) => !before?.has(name))
  return voices.size > 1 && takesIn
}

const MARK = /[?？]$/
const ENGLISH =
  /^(?:how|what|which|who|whom|whose|when|where|why|can|could|may|must|should|do|does|did|is|are|was|were|has|have)\b.*\s\S+\s\S/i
const JAPANESE = /(?:ですか|ますか|でしょうか|たか|のか|には)。?$/

/** Whether the input is a question, by its question mark, first or last words. */
export const asksSomething = (typed: string): boolean => MARK.test(typed) || ENGLISH.test(typed) || JAPANESE.test(typed)

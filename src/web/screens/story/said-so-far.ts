/** What somebody has said before they left a blank line; nothing where they left none. */
export const saidBeforeBlank = (words: string): string => /^[\s\S]*\S(?=[ \t]*\n[ \t]*\n)/.exec(words)?.[0] ?? ''

/** The sentences that somebody has finished; nothing of the one they are in. */
export const saidInSentences = (words: string): string =>
  /^[\s\S]*(?:[.!?…]["”’)]?(?=\s|$)|[。！？][」』）]?|\S(?=[ \t]*\n))/.exec(words)?.[0] ?? ''

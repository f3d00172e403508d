/** A highlighted sentence, which its citations do not support: */
export const MARKED = /(?<![=\p{L}\p{N}])==(?=[^\s=])((?:[^=\n]|=(?!=)){1,2000}?)(?<=\S)==(?!=)/gu

/** The beginning of the notice that a model wrote a page, as plain text. */
export const NOTICE = /^\s*(?:\[!note\]\s*)?Written by a machine\b/

/**
 * The notice above a page written by a model until somebody takes it over: a callout in Obsidian.
 */
export const noticeOf = (model: string): string =>
  [
    '> [!note] Written by a machine',
    `> Written by ${model}, checked sentence by sentence against the lines it cites; nobody has taken it over yet. What is highlighted stands nowhere in those lines.`,
  ].join('\n')

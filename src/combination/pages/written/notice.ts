/** A sentence that what it cites does not support, as Obsidian highlights: `==It takes nine minutes.==`. */
export const MARKED = /(?<![=\p{L}\p{N}])==(?=[^\s=])((?:[^=\n]|=(?!=)){1,2000}?)(?<=\S)==(?!=)/gu

/** How what says that a machine wrote a page begins, as the words one reads. */
export const NOTICE = /^\s*(?:\[!note\]\s*)?Written by a machine\b/

/** What stands above a page that a machine wrote, until somebody takes it over: a callout in Obsidian. */
export const noticeOf = (model: string): string =>
  [
    '> [!note] Written by a machine',
    `> Written by ${model}, checked sentence by sentence against the lines it cites; nobody has taken it over yet. What is highlighted stands nowhere in those lines.`,
  ].join('\n')

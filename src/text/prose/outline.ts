/**
 * Sets out what Logseq's outlines set in below a heading or a plain line without a bullet, where
 * Markdown would take it for code: each line so below loses one tab.
 */
export function outlineSetOut(text: string): string {
  if (!SET_IN_BELOW.test(text)) return text
  let below = false
  let before = ''
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('\t')) below ||= /^\t[-*+] /.test(line) && isPlain(before)
      else if (line.trim() !== '') below = false
      before = line
      return below && line.startsWith('\t') ? line.slice(1) : line
    })
    .join('\n')
}

const SET_IN_BELOW = /^[^\s].*\n\t[-*+] /m

/** Whether a line stands at the margin and is no item, whose own items would be set in below it. */
const isPlain = (line: string) => /^\S/.test(line) && !/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)

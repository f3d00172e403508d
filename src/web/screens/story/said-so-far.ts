import { isEnded, sentencesIn } from '../../../text/light.ts'

/** The text before the last blank line; empty without one. */
export const saidBeforeBlank = (words: string): string => /^[\s\S]*\S(?=[ \t]*\n[ \t]*\n)/.exec(words)?.[0] ?? ''

/** The finished sentences of a text being typed. */
export function saidInSentences(words: string): string {
  const sentences = sentencesIn(words)
  const last = sentences.at(-1)
  if (!last) return ''
  const rest = words.slice(last.at + last.text.length)
  // Every sentence but the last is finished, and so is one followed by a line break.
  const done = isEnded(last.text) || rest.includes('\n') ? last : sentences.at(-2)
  return done ? words.slice(0, done.at + done.text.length) : ''
}

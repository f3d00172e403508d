import { isEnded, sentencesIn } from '../../../text/light.ts'

/** What somebody has said before they left a blank line; nothing where they left none. */
export const saidBeforeBlank = (words: string): string => /^[\s\S]*\S(?=[ \t]*\n[ \t]*\n)/.exec(words)?.[0] ?? ''

/** The sentences that somebody has finished; nothing of the one they are in. */
export function saidInSentences(words: string): string {
  const sentences = sentencesIn(words)
  const last = sentences.at(-1)
  if (!last) return ''
  const rest = words.slice(last.at + last.text.length)
  // What is not the last one is finished, and so is a line that was left.
  const done = isEnded(last.text) || rest.includes('\n') ? last : sentences.at(-2)
  return done ? words.slice(0, done.at + done.text.length) : ''
}

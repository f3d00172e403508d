import type { Sentence } from './sentences.ts'

/** A telling, to be written as a source. */
interface Telling {
  kind: 'answer' | 'story'
  title: string
  source: string
  now: string
  sentences: readonly Sentence[]
}

/**
 * Writes an answer or story as a source of the page format: front matter, then one sentence per
 * line, so that each can be cited, shown or left out. Returns the 1-based line of each sentence,
 * front matter included.
 */
export function toldText({ kind, title, source, now, sentences }: Telling): { text: string; lines: number[] } {
  const text = [
    '---',
    // A JSON string is also a double-quoted YAML string.
    `title: ${JSON.stringify(title.replace(/\s+/g, ' '))}`,
    `source: whorl:${kind}/${source}`,
    `ingestedAt: "${now}"`,
    'sourceType: transcript',
    '---',
  ]
  const lines: number[] = []
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) text.push('')
    paragraph = sentence.paragraph
    text.push(sentence.text)
    lines.push(text.length)
  }
  return { text: `${text.join('\n')}\n`, lines }
}

import type { Sentence } from './sentences.ts'

/** What somebody said in writing, as its source will hold it. */
interface Told {
  kind: 'answer' | 'story'
  title: string
  source: string
  now: string
  sentences: readonly Sentence[]
}

/**
 * The text form of an answer or a story as a source of the page format: front matter, then one sentence a line, so
 * that each can be cited, shown or left out on its own. Gives the line of each sentence, 1-based, the front matter
 * counted.
 */
export function toldText({ kind, title, source, now, sentences }: Told): { text: string; lines: number[] } {
  const text = [
    '---',
    // A JSON string is a double-quoted one of YAML.
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

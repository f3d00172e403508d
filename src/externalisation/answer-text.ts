import type { Sentence } from './sentences.ts'

/**
 * The text form of an answer as a source of the page format: front matter, then one sentence a line, so that each can
 * be cited, shown or left out on its own. Gives the line of each sentence, 1-based, the front matter counted.
 */
export function answerText(answer: { question: string; source: string; now: string; sentences: readonly Sentence[] }): {
  text: string
  lines: number[]
} {
  const text = [
    '---',
    // A JSON string is a double-quoted one of YAML.
    `title: ${JSON.stringify(answer.question.replace(/\s+/g, ' '))}`,
    `source: whorl:answer/${answer.source}`,
    `ingestedAt: "${answer.now}"`,
    'sourceType: transcript',
    '---',
  ]
  const lines: number[] = []
  let paragraph = -1
  for (const sentence of answer.sentences) {
    if (sentence.paragraph !== paragraph) text.push('')
    paragraph = sentence.paragraph
    text.push(sentence.text)
    lines.push(text.length)
  }
  return { text: `${text.join('\n')}\n`, lines }
}

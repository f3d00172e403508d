import { stringify } from 'yaml'

/** Adds front matter with title, origin and time to the text extracted from a document. */
export function madeFrom({ title, origin, now, text }: { title: string; origin: string; now: string; text: string }) {
  const front = `---\n${stringify({ title, source: origin }, { lineWidth: 0 })}ingestedAt: "${now}"\n---\n\n`
  return { text: front + text, above: front.split('\n').length - 1 }
}

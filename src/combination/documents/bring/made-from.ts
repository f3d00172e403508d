import { stringify } from 'yaml'

/** The text of a source that was made from something else than text: it says first what from, and when. */
export function madeFrom({ title, origin, now, text }: { title: string; origin: string; now: string; text: string }) {
  const front = `---\n${stringify({ title, source: origin }, { lineWidth: 0 })}ingestedAt: "${now}"\n---\n\n`
  return { text: front + text, above: front.split('\n').length - 1 }
}

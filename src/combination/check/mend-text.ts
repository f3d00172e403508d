import { listField } from '../../text/index.ts'
import { readPageText, writePageText } from '../documents/index.ts'
import type { Change } from './problem.ts'

/**
 * Applies safe changes to one file's text, leaving every other byte; returns the applied ones. A
 * change whose words are no longer at their place is skipped.
 */
export function mendText(text: string, changes: readonly Change[]): { text: string; made: Change[] } {
  const made: Change[] = []
  let mended = text
  const words = changes.filter((change) => change.kind === 'words').sort((a, b) => b.at - a.at)
  for (const [n, change] of words.entries()) {
    const overlaps = n > 0 && change.at + change.old.length > (words[n - 1]?.at ?? 0)
    if (overlaps || !mended.startsWith(change.old, change.at)) continue
    mended = mended.slice(0, change.at) + change.new + mended.slice(change.at + change.old.length)
    made.unshift(change)
  }
  const called = changes.filter((change) => change.kind === 'alias')
  return called.length > 0 ? withAliases(mended, called, made) : { text: mended, made }
}

function withAliases(text: string, called: readonly (Change & { kind: 'alias' })[], made: Change[]) {
  try {
    const page = readPageText(text)
    const field = page.front.has('alias') && !page.front.has('aliases') ? 'alias' : 'aliases'
    const there = page.front.get(field)
    // Aliases written in another form than a list of strings are left alone.
    if (
      there !== undefined &&
      there !== null &&
      !(Array.isArray(there) && there.every((one) => typeof one === 'string'))
    )
      return { text, made }
    const names = called.map(({ alias }) => alias)
    page.front.set(field, [...new Set([...listField(page.front, field), ...names])])
    return { text: writePageText(page), made: [...made, ...called] }
  } catch {
    return { text, made }
  }
}

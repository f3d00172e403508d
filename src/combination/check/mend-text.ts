import { listField } from '../../text/index.ts'
import { readPageText, writePageText } from '../documents/index.ts'
import type { Change } from './problem.ts'

/**
 * Makes safe changes in one file's text, and leaves every other byte as it was; gives those that were made. A change
 * whose words no longer stand where they were found is not made.
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
    // Names in one text with commas, or of other kinds, are somebody's own way: left as they are.
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

import { isKept, keep, readJson } from '../../parts/use-draft.ts'

/** A draft of a page's text, with the version it began from. */
export interface Draft {
  version: number
  text: string
  at: string
}

const nameOf = (space: string, topic: string) => `page/${space}/${topic}`

/** Reads the draft of a page from this device, if any. */
export function draftOf(space: string, topic: string): Draft | undefined {
  const { version, text, at } = readJson<Partial<Draft>>(nameOf(space, topic)) ?? {}
  const whole = typeof version === 'number' && typeof text === 'string' && !Number.isNaN(Date.parse(at ?? ''))
  return whole && at ? { version, text, at } : undefined
}

/** Stores a draft on this device; returns false without room. */
export const keepDraft = (space: string, topic: string, draft: Draft): boolean =>
  isKept(nameOf(space, topic), JSON.stringify(draft))

/** Deletes a page's draft. */
export const forgetDraft = (space: string, topic: string): void => keep(nameOf(space, topic), undefined)

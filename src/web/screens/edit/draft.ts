import { isKept, keep, readJson } from '../../parts/use-draft.ts'

/** A page's text as somebody has begun to change it, with the version they began from. */
export interface Draft {
  version: number
  text: string
  at: string
}

const nameOf = (space: string, topic: string) => `page/${space}/${topic}`

/** The draft of a page that this device keeps, if there is one. */
export function draftOf(space: string, topic: string): Draft | undefined {
  const { version, text, at } = readJson<Partial<Draft>>(nameOf(space, topic)) ?? {}
  const whole = typeof version === 'number' && typeof text === 'string' && !Number.isNaN(Date.parse(at ?? ''))
  return whole && at ? { version, text, at } : undefined
}

/** Keeps a draft on this device; gives false where there is no room for it. */
export const keepDraft = (space: string, topic: string, draft: Draft): boolean =>
  isKept(nameOf(space, topic), JSON.stringify(draft))

/** Forgets a page's draft. */
export const forgetDraft = (space: string, topic: string): void => keep(nameOf(space, topic), undefined)

import { isKept, keep, read } from '../../parts/use-draft.ts'

/** A page's text as somebody has begun to change it, with the version they began from. */
export interface Draft {
  version: number
  text: string
  at: string
}

const nameOf = (space: string, topic: string) => `page/${space}/${topic}`

/** The draft of a page that this device keeps, if there is one. */
export function draftOf(space: string, topic: string): Draft | undefined {
  try {
    const { version, text, at } = JSON.parse(read(nameOf(space, topic)) ?? '{}')
    const whole = typeof version === 'number' && typeof text === 'string' && !Number.isNaN(Date.parse(at))
    return whole ? { version, text, at } : undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft on this device; gives false where there is no room for it. */
export const keepDraft = (space: string, topic: string, draft: Draft): boolean =>
  isKept(nameOf(space, topic), JSON.stringify(draft))

/** Forgets a page's draft. */
export const forgetDraft = (space: string, topic: string): void => keep(nameOf(space, topic), undefined)

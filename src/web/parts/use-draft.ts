import { useState } from 'react'

const shelf = 'whorl-draft:'

/** Words kept on this device until they are sent: `const [words, setWords, forget] = useDraft('answer/q1', '')`. */
export function useDraft(name: string, initial: string) {
  const [words, set] = useState(() => read(name) ?? initial)
  const write = (next: string) => {
    set(next)
    keep(name, next === initial ? undefined : next)
  }
  return [words, write, () => keep(name, undefined)] as const
}

/** Forgets every draft on this device, for when somebody signs out, or those of one thing by its id. */
export function forgetDrafts(of = ''): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(shelf) && name.includes(of)) localStorage.removeItem(name)
    }
  } catch {
    // Nothing could be kept here, so nothing is.
  }
}

/** A draft kept under this name, if there is one. */
export function read(name: string): string | undefined {
  try {
    return localStorage.getItem(shelf + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft under this name, or forgets it. */
export const keep = (name: string, words: string | undefined): void => void isKept(name, words)

/** Keeps a draft, or forgets it; gives false where this device takes nothing. */
export function isKept(name: string, words: string | undefined): boolean {
  try {
    if (words === undefined) localStorage.removeItem(shelf + name)
    else localStorage.setItem(shelf + name, words)
    return true
  } catch {
    // A full or forbidden shelf takes nothing away from writing.
    return false
  }
}

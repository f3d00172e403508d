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
  onDevice((storage) => {
    for (const name of Object.keys(storage)) {
      if (name.startsWith(shelf) && name.includes(of)) storage.removeItem(name)
    }
  })
}

/** A draft kept under this name, if there is one. */
export function read(name: string): string | undefined {
  return onDevice((storage) => storage.getItem(shelf + name)) ?? undefined
}

/** What was kept under this name as JSON, if it is there and whole. */
export function readJson<T>(name: string): T | undefined {
  try {
    return JSON.parse(read(name) ?? 'null') ?? undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Keeps a draft under this name, or forgets it. */
export const keep = (name: string, words: string | undefined): void => void isKept(name, words)

/** Keeps a draft, or forgets it; gives false where this device takes nothing. */
export function isKept(name: string, words: string | undefined): boolean {
  const kept = onDevice((storage) => {
    if (words === undefined) storage.removeItem(shelf + name)
    else storage.setItem(shelf + name, words)
    return true
  })
  return kept ?? false
}

/** Uses what this device keeps; nothing where that is full or forbidden, which takes nothing away from writing. */
function onDevice<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

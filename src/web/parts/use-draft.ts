import { useState } from 'react'

const shelf = 'whorl-draft:'

/** A draft stored on this device until it is sent: */
export function useDraft(name: string, initial: string) {
  const [words, set] = useState(() => read(name) ?? initial)
  const write = (next: string) => {
    set(next)
    keep(name, next === initial ? undefined : next)
  }
  return [words, write, () => keep(name, undefined)] as const
}

/** Deletes all drafts on this device, as on signing out, or those of one thing by id. */
export function forgetDrafts(of = ''): void {
  onDevice((storage) => {
    for (const name of Object.keys(storage)) {
      if (name.startsWith(shelf) && name.includes(of)) storage.removeItem(name)
    }
  })
}

/** Reads the draft of this name, if any. */
export function read(name: string): string | undefined {
  return onDevice((storage) => storage.getItem(shelf + name)) ?? undefined
}

/** Reads the draft of this name as JSON, if it is there and valid. */
export function readJson<T>(name: string): T | undefined {
  try {
    return JSON.parse(read(name) ?? 'null') ?? undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Stores or deletes the draft of this name. */
export const keep = (name: string, words: string | undefined): void => void isKept(name, words)

/** Stores or deletes a draft; returns false if the device's storage refuses. */
export function isKept(name: string, words: string | undefined): boolean {
  const kept = onDevice((storage) => {
    if (words === undefined) storage.removeItem(shelf + name)
    else storage.setItem(shelf + name, words)
    return true
  })
  return kept ?? false
}

/** Uses local storage; undefined if it is full or forbidden, which must not disturb writing. */
function onDevice<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

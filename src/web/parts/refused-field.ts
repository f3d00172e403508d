import { createContext, use, useEffect } from 'react'
import { refusalIn } from '../client.ts'

/** The refusal of a form, and the names of its fields, at which refusals are shown. */
export type Wrong = { error: unknown; names: Set<string> }

/** The refusal of the surrounding form. */
export const Refusals = createContext<Wrong | undefined>(undefined)

/** Whether the surrounding form was refused for this field, by the act's name of it. */
export function useIsRefused(name: string | undefined): boolean {
  const wrong = use(Refusals)
  useEffect(() => {
    if (name === undefined) return
    wrong?.names.add(name)
    return () => void wrong?.names.delete(name)
  }, [wrong, name])
  return name !== undefined && wrong?.error !== undefined && refusalIn(wrong.error).field === name
}

/** The refusal, unless a field shows it. */
export const refusedElsewhere = (wrong: Wrong | undefined): unknown =>
  wrong?.names.has(refusalIn(wrong.error).field ?? '') ? undefined : wrong?.error

import { createContext, use, useEffect } from 'react'
import { refusalIn } from '../client.ts'

/** What a form was refused, and the names of its fields: a refusal of one of them stands there. */
export type Wrong = { error: unknown; names: Set<string> }

/** Of the form that is around. */
export const Refusals = createContext<Wrong | undefined>(undefined)

/** Whether the form around was refused for this field, which the act calls by this name. */
export function useIsRefused(name: string | undefined): boolean {
  const wrong = use(Refusals)
  useEffect(() => {
    if (name === undefined) return
    wrong?.names.add(name)
    return () => void wrong?.names.delete(name)
  }, [wrong, name])
  return name !== undefined && wrong?.error !== undefined && refusalIn(wrong.error).field === name
}

/** What was refused, unless it stands at one of the fields. */
export const refusedElsewhere = (wrong: Wrong | undefined): unknown =>
  wrong?.names.has(refusalIn(wrong.error).field ?? '') ? undefined : wrong?.error

import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused } from '../client.ts'
import { announce } from './Announcer.tsx'
import { saidOf } from './said-of.ts'

/** The work of a press; it throws its refusal. */
export type Work = () => unknown

/** The state of a press, or of several of which one runs at a time. */
export interface Pressing {
  /** Starts the work unless other work is running: */
  press: (work: Work, by?: string) => Promise<void>
  /** Whether work is running, and whose. */
  busy: boolean
  by: string | undefined
  /** The last refusal; a new press clears it. */
  error: unknown
}

type Now = { busy: boolean; by?: string | undefined; error?: unknown }

/**
 * Runs the work of presses: busy while it runs, never sent twice, its refusal kept for a
 * `RefusalNote`. If the screen has gone meanwhile, the refusal is announced.
 */
export function usePress(): Pressing {
  const [{ busy, by, error }, set] = useState<Now>({ busy: false })
  const underWay = useRef(false)
  const here = useIsHere()
  const press = useCallback(
    async (work: Work, by?: string) => {
      if (underWay.current) return
      underWay.current = true
      set({ busy: true, by })
      const error = await refusalOf(work)
      underWay.current = false
      set({ busy: false, error })
      if (error !== undefined && !here.current) announce(saidOf(error).words)
    },
    [here],
  )
  return { press, busy, by, error }
}

/**
 * Runs the work and returns what it threw; an error that is no refusal is a bug and is logged, too.
 */
async function refusalOf(work: Work): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error)
    return error
  }
}

function useIsHere() {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}

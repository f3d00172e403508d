import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused } from '../client.ts'
import { announce } from './Announcer.tsx'
import { saidOf } from './said-of.ts'

/** What a press does; its refusal, where there is one, is thrown. */
export type Work = () => unknown

/** The state of a press, or of several of which one is made at a time. */
export interface Pressing {
  /** Does the work unless other work is under way: `press(() => dismiss({ thing }))`. */
  press: (work: Work, by?: string) => Promise<void>
  /** Whether work is under way, and by which press. */
  busy: boolean
  by: string | undefined
  /** What was refused last; a new press takes it away. */
  error: unknown
}

type Now = { busy: boolean; by?: string | undefined; error?: unknown }

/**
 * One way to press: busy while the work goes on, never sent twice, and what is refused is kept for a `RefusalNote` beside
 * it. Where the screen has gone meanwhile, a refusal is announced.
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

/** Does the work, and gives what it threw; what is no refusal is a mistake of ours and is told to the console, too. */
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

import { useEffect, useState } from 'react'
import { keep, read } from '../../parts/use-draft.ts'

const [all, step] = [8 * 60, 15]

/**
 * The minutes left of the intended eight; counts time on this screen only, and nothing is cut off.
 */
export function useMinutesLeft(story: string): number {
  const name = `story-seconds/${story}`
  const [spent, setSpent] = useState(() => Number(read(name)) || 0)
  useEffect(() => {
    const timer = window.setInterval(() => document.hidden || setSpent((now) => now + step), step * 1000)
    return () => window.clearInterval(timer)
  }, [])
  useEffect(() => keep(name, spent > 0 ? String(spent) : undefined), [name, spent])
  return Math.max(0, Math.ceil((all - spent) / 60))
}

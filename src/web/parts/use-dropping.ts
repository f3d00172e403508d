import { useEffect, useRef, useState } from 'react'
import { usePress } from '../parts/use-press.ts'

/** Handles drops anywhere on the screen; tells whether something is dragged over it, and errors. */
export function useDropping(drop: (data: DataTransfer) => Promise<void>): { over: boolean; error: unknown } {
  const [over, setOver] = useState(false)
  const { press, error } = usePress()
  const take = useRef(drop)
  useEffect(() => {
    take.current = drop
  })
  useEffect(() => {
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files')
    const hold = (event: DragEvent) => {
      if (!holds(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const put = (event: DragEvent) => {
      if (!holds(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      const { dataTransfer } = event
      press(() => take.current(dataTransfer))
    }
    const heard = [
      ['dragenter', hold],
      ['dragover', hold],
      ['dragleave', leave],
      ['drop', put],
    ] as const
    for (const [name, hear] of heard) document.addEventListener(name, hear)
    return () => {
      for (const [name, hear] of heard) document.removeEventListener(name, hear)
    }
  }, [press])
  return { over, error }
}

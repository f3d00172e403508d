import { useEffect, useRef, useState } from 'react'
import { usePress } from '../parts/use-press.ts'

/** Handles drops anywhere on the screen; tells whether something is dragged over it, and errors. */
export function useDropping(drop: (data: DataTransfer) => Promise<void>): { over: boolean; error: unknown } {
  const [over, setOver] = useState(false)
  const { press, error } = usePress()
  const latestDrop = useRef(drop)
  useEffect(() => {
    latestDrop.current = drop
  })
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files')
    const dragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const dragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const dropped = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      const { dataTransfer } = event
      press(() => latestDrop.current(dataTransfer))
    }
    const listeners = [
      ['dragenter', dragOver],
      ['dragover', dragOver],
      ['dragleave', dragLeave],
      ['drop', dropped],
    ] as const
    for (const [name, listener] of listeners) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener)
    }
  }, [press])
  return { over, error }
}

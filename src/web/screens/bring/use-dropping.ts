import { useEffect, useRef, useState } from 'react'

/** Takes what is dropped anywhere on the screen; true while something is held over it. */
export function useDropping(drop: (data: DataTransfer) => Promise<void>): boolean {
  const [over, setOver] = useState(false)
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
      take.current(event.dataTransfer).catch(() => undefined)
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
  }, [])
  return over
}

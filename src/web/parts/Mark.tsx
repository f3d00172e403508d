import type { Mode } from '../contract.ts'

/** The shape of each mode in a ten by ten square: circle, triangle, square, diamond. */
export const shapes: Record<Mode, string> = {
  socialisation: 'M5 .6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z',
  externalisation: 'M5 .6 9.6 9.2H.4z',
  combination: 'M1.5.9h7a.6.6 0 0 1 .6.6v7a.6.6 0 0 1-.6.6h-7a.6.6 0 0 1-.6-.6v-7a.6.6 0 0 1 .6-.6z',
  internalisation: 'M5 0 10 5 5 10 0 5z',
}

/** A mode's mark in a line of text, with its meaning in words beside it. */
export function Mark({ mode, open = false }: { mode: Mode; open?: boolean }) {
  return (
    <svg className={`mark ${mode}${open ? ' open' : ''}`} viewBox="-1 -1 12 12" aria-hidden="true">
      <path d={shapes[mode]} />
    </svg>
  )
}

import type { EditorView } from '@codemirror/view'
import { endOfFront, headingsIn } from '../../../text/light.ts'

/** Scrolls the preview with the text: by headings if they match, else proportionally. */
export function scrollTogether(view: EditorView, seen: HTMLElement): void {
  const text = view.state.doc.toString()
  const { top } = view.lineBlockAt(Math.min(endOfFront(text), text.length))
  const here = view.scrollDOM.scrollTop
  const ends = [
    [top, 0],
    ...headings(view, text, seen),
    [view.contentHeight - view.scrollDOM.clientHeight, seen.scrollHeight - seen.clientHeight],
  ] as [number, number][]
  const next = ends.findIndex(([at], n) => n > 0 && at >= here)
  const [from, to] = [ends[Math.max(0, next - 1)], ends[next < 0 ? ends.length - 1 : next]]
  if (!from || !to) return
  const way = to[0] > from[0] ? Math.min(1, Math.max(0, (here - from[0]) / (to[0] - from[0]))) : 0
  seen.scrollTop = from[1] + way * (to[1] - from[1])
}

function headings(view: EditorView, text: string, seen: HTMLElement): [number, number][] {
  const front = endOfFront(text)
  const written = headingsIn(text.slice(front)).map(({ at }) => view.lineBlockAt(front + at).top)
  const shown = [...seen.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].map(
    (one) => one.getBoundingClientRect().top - seen.getBoundingClientRect().top + seen.scrollTop,
  )
  // The title is in the text but not in the preview.
  if (written.length === shown.length + 1) written.shift()
  return written.length === shown.length ? written.map((at, n) => [at, shown[n] ?? 0]) : []
}

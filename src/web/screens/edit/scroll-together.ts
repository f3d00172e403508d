import type { EditorView } from '@codemirror/view'
import { endOfFront, headingsIn } from '../../../text/light.ts'

/** Scrolls the preview with the text: by headings if they match, else proportionally. */
export function scrollTogether(view: EditorView, preview: HTMLElement): void {
  const text = view.state.doc.toString()
  const { top } = view.lineBlockAt(Math.min(endOfFront(text), text.length))
  const scrollTop = view.scrollDOM.scrollTop
  const anchors = [
    [top, 0],
    ...headings(view, text, preview),
    [view.contentHeight - view.scrollDOM.clientHeight, preview.scrollHeight - preview.clientHeight],
  ] as [number, number][]
  const next = anchors.findIndex(([at], n) => n > 0 && at >= scrollTop)
  const [from, to] = [anchors[Math.max(0, next - 1)], anchors[next < 0 ? anchors.length - 1 : next]]
  if (!from || !to) return
  const fraction = to[0] > from[0] ? Math.min(1, Math.max(0, (scrollTop - from[0]) / (to[0] - from[0]))) : 0
  preview.scrollTop = from[1] + fraction * (to[1] - from[1])
}

function headings(view: EditorView, text: string, preview: HTMLElement): [number, number][] {
  const front = endOfFront(text)
  const written = headingsIn(text.slice(front)).map(({ at }) => view.lineBlockAt(front + at).top)
  const shown = [...preview.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].map(
    (one) => one.getBoundingClientRect().top - preview.getBoundingClientRect().top + preview.scrollTop,
  )
  // The title is in the text but not in the preview.
  if (written.length === shown.length + 1) written.shift()
  return written.length === shown.length ? written.map((at, n) => [at, shown[n] ?? 0]) : []
}

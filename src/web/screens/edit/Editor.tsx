import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import { t } from '../../messages/more.ts'
import { useActs } from '../../use-act.ts'
import { openEditor } from './open-editor.ts'

type EditorProps = {
  topic: string
  initial: string
  view: RefObject<EditorView | null>
  onText: (text: string) => void
  onCursor: (why: string) => void
  onLeave: () => void
  onScroll: () => void
}

/** The Markdown editor. */
export function Editor(props: EditorProps) {
  const { topic, initial, view } = props
  const acts = useActs()
  const place = useRef<HTMLDivElement>(null)
  const now = useRef(props)
  now.current = props
  useEffect(() => {
    if (!place.current) return
    const opened = openEditor(place.current, initial, t.edit.label, {
      changed: (text) => now.current.onText(text),
      cursorAt: (why) => now.current.onCursor(why),
      leave: () => now.current.onLeave(),
      links: (words) => acts.read('complete-link', { topic, words }),
      cites: (input) => acts.read('complete-citation', { topic, ...input }),
    })
    const scrolled = () => now.current.onScroll()
    opened.scrollDOM.addEventListener('scroll', scrolled, { passive: true })
    view.current = opened
    opened.focus()
    return () => {
      view.current = null
      opened.destroy()
    }
  }, [acts, topic, initial, view])
  return <div ref={place} className="editor" />
}

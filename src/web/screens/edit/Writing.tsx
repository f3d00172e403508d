import type { EditorView } from '@codemirror/view'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Topic } from '../../contract.ts'
import { moment } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { saying } from '../../parts/Press.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { Editor } from './Editor.tsx'
import { Fields } from './Fields.tsx'
import { fieldChange } from './front-lines.ts'
import { setMarks } from './marks.ts'
import { Preview } from './Preview.tsx'
import { scrollTogether } from './scroll-together.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { usePreview } from './use-preview.ts'

type WritingProps = {
  topic: Topic
  version: number
  initial: string
  /** The saved page, if this edit began from it. */
  page: string | undefined
  begun: string | undefined
  busy: boolean
  error: unknown
  onKeep: (text: string) => void
  onStartAgain: () => void
}

/** The editor, with the preview beside it or in a tab. */
export function Writing(props: WritingProps) {
  const { topic, initial, busy, error, onKeep } = props
  const [text, setText] = useState(initial)
  const [why, setWhy] = useState('')
  const [looking, setLooking] = useState(false)
  const view = useRef<EditorView>(null)
  const seenAt = useRef<HTMLElement>(null)
  const keepButton = useRef<HTMLButtonElement>(null)
  const preview = usePreview(topic.id, text)
  const fits = useKeptDraft(topic.id, props.version, text, props.page)
  useMarks(view, preview, text)
  useSaveKey(() => onKeep(text))
  const space = useSpace()
  const params = { space, _splat: topic.path }
  const scroll = () => view.current && seenAt.current && scrollTogether(view.current, seenAt.current)
  useEffect(() => {
    if (preview.seen && view.current && seenAt.current) scrollTogether(view.current, seenAt.current)
  }, [preview.seen])

  function setField(name: string, value: string | string[]) {
    const change = view.current && fieldChange(view.current.state.doc.toString(), name, value)
    if (change) view.current?.dispatch({ changes: change })
  }

  return (
    <>
      {props.begun && text !== props.page && (
        <p className="row quiet">
          {t.edit.begun(moment(props.begun))}
          <button type="button" className="plain small" onClick={props.onStartAgain}>
            {t.edit.discard}
          </button>
        </p>
      )}
      {preview.seen && <Fields fields={preview.seen.fields} onField={setField} />}
      <fieldset className="row which">
        <legend className="unseen">{t.edit.which}</legend>
        {[false, true].map((look) => (
          <button
            key={String(look)}
            type="button"
            className="small"
            aria-pressed={looking === look}
            onClick={() => setLooking(look)}
          >
            {look ? t.edit.look : t.edit.write}
          </button>
        ))}
      </fieldset>
      <div className={looking ? 'panes looking' : 'panes'}>
        <Editor
          topic={topic.id}
          initial={initial}
          view={view}
          onText={setText}
          onCursor={setWhy}
          onLeave={() => keepButton.current?.focus()}
          onScroll={scroll}
        />
        <Preview seen={preview.seen} error={preview.error} title={topic.title} place={seenAt} />
      </div>
      <p className="why quiet" role="status">
        {why || (fits ? t.edit.hint : t.edit.noRoom)}
      </p>
      <RefusalNote error={error} />
      <div className="row">
        <button ref={keepButton} type="button" className="first" {...saying(busy, true)} onClick={() => onKeep(text)}>
          {t.edit.keep}
        </button>
        <Link to="/$space/t/$" params={params} className="button plain">
          {t.edit.leave}
        </Link>
        <Link to="/$space/history/$" params={params} className="button plain">
          {t.edit.history}
        </Link>
      </div>
    </>
  )
}

/** Applies marks only while the text is the one they were computed for. */
function useMarks(view: { current: EditorView | null }, { seen, of }: ReturnType<typeof usePreview>, text: string) {
  useEffect(() => {
    if (seen && of === text) view.current?.dispatch({ effects: setMarks.of(seen.marks) })
  }, [view, seen, of, text])
}

/** ⌘S or Ctrl-S saves, anywhere on the screen. */
function useSaveKey(keep: () => void) {
  const now = useRef(keep)
  now.current = keep
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (key.toLowerCase() !== 's' || ctrlKey === metaKey || altKey || shiftKey) return
      event.preventDefault()
      now.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Dot } from './Dot.tsx'
import type { Wished } from './timeline.ts'

type RetoldLineProps = {
  n: number
  line: Wished
  /** The retold line, with its original words. */
  retold: Story['timeline'][number] | undefined
  /**
   * Whether its buttons are shown: those of the last focused line, so that nothing jumps on blur.
   */
  isActive: boolean
  /** A new object each time the line is to be focused, since a moved line loses the focus. */
  focus: object | undefined
  onActive: () => void
  onWrite: (words: string) => void
  onMove: (by: -1 | 1) => void
  onSplit: (parts: string[]) => void
  onOut: () => void
}

const perRow = 34

/** One line of the timeline, corrected where it stands: Enter splits it, Alt with an arrow moves it. */
export function RetoldLine({
  n,
  line,
  retold,
  isActive,
  focus,
  onActive,
  onWrite,
  onMove,
  onSplit,
  onOut,
}: RetoldLineProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // During input method composition the keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
    if (by) onMove(by)
    else if (event.key === 'Enter') onSplit(partsAt(event.currentTarget))
    else return
    event.preventDefault()
  }

  function write(words: string) {
    // A pasted line break, or one from a touch keyboard without key names.
    const parts = words.split(/\s*\n\s*/)
    if (parts.length > 1) onSplit(parts)
    else onWrite(words)
  }

  const changed = retold?.told && !retold.told.includes(line.words.trim())
  return (
    <li onFocus={onActive}>
      <Dot decides={retold?.decides ?? false} />
      <div>
        <textarea
          ref={field}
          rows={Math.max(1, Math.ceil(line.words.length / perRow))}
          aria-label={t.confirm.line(n)}
          value={line.words}
          onKeyDown={press}
          onChange={(event) => write(event.target.value)}
        />
        {changed && <small>{t.story.retelling.said(retold.told ?? '')}</small>}
        <div className="row line-moves" hidden={!isActive}>
          <button
            type="button"
            className="plain small"
            aria-label={t.story.retelling.upNamed(n)}
            onClick={() => onMove(-1)}
          >
            {t.story.retelling.up}
          </button>
          <button
            type="button"
            className="plain small"
            aria-label={t.story.retelling.downNamed(n)}
            onClick={() => onMove(1)}
          >
            {t.story.retelling.down}
          </button>
          <button type="button" className="plain small" aria-label={t.story.retelling.outNamed(n)} onClick={onOut}>
            {t.story.retelling.out}
          </button>
        </div>
      </div>
    </li>
  )
}

/** A line split at the cursor. */
const partsAt = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => [
  value.slice(0, selectionStart),
  value.slice(selectionEnd),
]

import { codeFolding, foldEffect } from '@codemirror/language'
import { type EditorState, type Extension, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { endOfFront, MOST_FRONT } from '../../../text/light.ts'
import { t } from '../../messages/more.ts'

const line = Decoration.line({ class: 'cm-front' })

const quiet = StateField.define<DecorationSet>({
  create: linesOf,
  update: (lines, change) => (change.docChanged ? linesOf(change.state) : lines),
  provide: (field) => EditorView.decorations.from(field),
})

function linesOf(state: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const end = frontOf(state)
  for (let at = 0; at < end; at = state.doc.lineAt(at).to + 1) builder.add(at, at, line)
  return builder.finish()
}

const frontOf = (state: EditorState) => endOfFront(state.doc.sliceString(0, MOST_FRONT))

/** Folds the front matter. */
export function foldFront(view: EditorView): void {
  const end = frontOf(view.state)
  const to = end && view.state.doc.lineAt(end - 1).to
  if (to === 0) return
  const body = Math.min(end, view.state.doc.length)
  view.dispatch({ selection: { anchor: body }, effects: foldEffect.of({ from: 0, to: Math.min(to, body) }) })
}

/** The editor extension that dims and folds front matter. */
export const front: Extension = [
  quiet,
  codeFolding({
    placeholderDOM: (_, unfold) => {
      const words = document.createElement('span')
      words.className = 'cm-folded'
      words.textContent = t.edit.folded
      words.onclick = unfold
      return words
    },
  }),
]

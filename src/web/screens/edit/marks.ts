import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { ANY_MARK } from '../../../text/light.ts'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'

export type TextMark = Out<'preview-page'>['marks'][number]

const links = new MatchDecorator({
  regexp: new RegExp(ANY_MARK.source, 'g'),
  decoration: ([match]) => Decoration.mark({ class: match.startsWith('^') ? 'cm-cite' : 'cm-link' }),
})

/** Decorates links and citations. */
class Links implements PluginValue {
  decorations: DecorationSet
  constructor(view: EditorView) {
    this.decorations = links.createDeco(view)
  }
  update(update: ViewUpdate) {
    this.decorations = links.updateDeco(update, this.decorations)
  }
}

/** Replaces the marks of unresolved links and citations. */
export const setMarks = StateEffect.define<readonly TextMark[]>()

const WHOLE = new RegExp(ANY_MARK.source, 'y')

const unresolved = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects, state }) => {
    const effect = effects.find((one) => one.is(setMarks))
    return effect ? decorationsFor(state, effect.value as readonly TextMark[]) : marks.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

function decorationsFor(state: EditorState, marks: readonly TextMark[]): DecorationSet {
  const text = state.doc.toString()
  return Decoration.set(
    marks.flatMap((mark) => {
      WHOLE.lastIndex = mark.at
      const [whole] = WHOLE.exec(text) ?? []
      if (!whole) return []
      const title = why(mark)
      const known = Decoration.mark({
        class: mark.kind === 'wanted' ? 'cm-wanted' : 'cm-loose',
        attributes: { title },
        why: title,
      })
      return [known.range(mark.at, mark.at + whole.length)]
    }),
    true,
  )
}

const why = ({ kind, name }: TextMark) => t.edit.marks[kind](name)

/**
 * Why the link or citation at the cursor is unresolved; empty if it is resolved or still being
 * typed.
 */
export function whyAt(state: EditorState, at: number, typing: boolean): string {
  let words = ''
  state.field(unresolved).between(at, at, (from, to, { spec }) => {
    if (!typing || at <= from || at >= to) words = (spec as { why: string }).why
  })
  return words
}

/** The editor extension for links, citations and their marks. */
export const marks = [ViewPlugin.fromClass(Links, { decorations: (plugin) => plugin.decorations }), unresolved]

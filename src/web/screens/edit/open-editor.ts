import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, type KeyBinding, keymap } from '@codemirror/view'
import { t } from '../../messages/more.ts'
import { type Asks, completing } from './complete.ts'
import { editorLook } from './editor-look.ts'
import { foldFront, front } from './front.ts'
import { marks, whyAt } from './marks.ts'

/** The callbacks of the editor. */
export interface Hears extends Asks {
  /** The text changed. */
  changed: (text: string) => void
  /** Why the link or citation at the cursor is unresolved, or empty. */
  cursorAt: (why: string) => void
  /** Escape was pressed; the focus moves on. */
  leave: () => void
}

/**
 * Opens an editor in a shadow root, so that its injected styles need no exception in the page's
 * content security policy.
 */
export function openEditor(place: HTMLElement, text: string, label: string, hears: Hears): EditorView {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' })
  root.replaceChildren()
  const view = new EditorView({ state: stateOf(text, label, hears), parent: root, root })
  view.dom.style.height = '100%'
  foldFront(view)
  return view
}

function stateOf(text: string, label: string, hears: Hears): EditorState {
  return EditorState.create({ doc: text, extensions: extensionsFor(text, label, hears) })
}

const extensionsFor = (text: string, label: string, hears: Hears): Extension[] => [
  // The editor keeps the text's line ends.
  text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text) ? EditorState.lineSeparator.of('\r\n') : [],
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['['] } }]),
  EditorState.phrases.of(t.edit.phrases),
  history(),
  drawSelection(),
  closeBrackets(),
  EditorView.lineWrapping,
  // Without nested code languages, which are larger than the editor.
  markdownLanguage,
  search({ top: true }),
  front,
  marks,
  completing(hears),
  keymap.of([
    ...markdownKeymap,
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    // ⌘K opens the finder on every screen.
    ...defaultKeymap.filter((one) => !keysOf(one).includes('Ctrl-k')),
    { key: 'Escape', run: () => left(hears) },
  ]),
  editorLook,
  EditorView.contentAttributes.of({
    'aria-label': label,
    tabindex: '0',
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  }),
  hearing(hears),
]

/** Reports changes, and unresolved marks only when the cursor returns to or leaves them. */
function hearing(hears: Hears): Extension {
  let typing = false
  return EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
    if (docChanged) hears.changed(state.sliceDoc())
    typing = docChanged || (typing && !selectionSet)
    hears.cursorAt(whyAt(state, state.selection.main.head, typing))
  })
}

const keysOf = ({ key, mac, win, linux }: KeyBinding) => [key, mac, win, linux]

function left(hears: Hears): boolean {
  hears.leave()
  return true
}

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const quietMark = { color: 'var(--quiet)' }

const words = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '600', fontSize: 'var(--size-7)', lineHeight: '1.3' },
  { tag: tags.heading2, fontWeight: '600', fontSize: 'var(--size-6)' },
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'ui-monospace, monospace', fontSize: 'var(--size-4)' },
  { tag: [tags.processingInstruction, tags.url, tags.contentSeparator, tags.labelName], ...quietMark },
])

/** The editor's theme; set here, since the editor is in a shadow root. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', background: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: '400 var(--size-5) / 1.65 var(--serif)', overflow: 'auto' },
  '.cm-content': {
    padding: 'var(--space-6) var(--space-6) var(--space-10)',
    caretColor: 'var(--ink)',
    maxWidth: 'calc(var(--measure) + 2 * var(--space-6))',
    margin: '0 auto',
  },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in oklab, var(--accent) 24%, transparent)',
  },
  '.cm-front, .cm-front span': {
    font: '400 var(--size-2) / 1.6 var(--sans) !important',
    color: 'var(--quiet) !important',
  },
  '.cm-folded': { font: '400 var(--size-2) / 1.6 var(--sans)', color: 'var(--quiet)', cursor: 'pointer' },
  '.cm-folded:hover': { color: 'var(--ink)' },
  '.cm-link': { color: 'var(--c)' },
  '.cm-cite': { color: 'var(--quiet)', fontFamily: 'var(--sans)', fontSize: 'var(--size-2)' },
  '.cm-wanted': { textDecoration: 'underline dotted 0.1em var(--quiet)', textUnderlineOffset: '0.2em' },
  '.cm-loose': { textDecoration: 'underline wavy 0.08em var(--wrong)', textUnderlineOffset: '0.2em' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--round)',
    background: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: '0 0.6rem 2rem rgb(0 0 0 / 0.14)',
    overflow: 'hidden',
    maxWidth: 'min(30rem, calc(100vw - 2rem))',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    font: '400 var(--size-3) / 1.4 var(--sans)',
    maxHeight: '18rem',
    minWidth: '14rem',
    maxWidth: '100%',
    padding: 'var(--space-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: 'var(--space-3) var(--space-4)',
    borderRadius: '0.5rem',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'color-mix(in oklab, var(--accent) 16%, var(--raised))',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': {
    fontStyle: 'normal',
    color: 'var(--quiet)',
    fontSize: 'var(--size-2)',
    marginLeft: 'var(--space-3)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-panels': { background: 'var(--raised)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': {
    font: '400 var(--size-2) / 1.4 var(--sans)',
    padding: 'var(--space-3) var(--space-8) var(--space-3) var(--space-5)',
  },
  '.cm-textfield': {
    font: 'inherit',
    color: 'var(--ink)',
    background: 'var(--paper)',
    border: '1px solid var(--edge)',
    borderRadius: '0.5rem',
    padding: 'var(--space-2) var(--space-3)',
  },
  '.cm-button': {
    font: 'inherit',
    color: 'var(--ink)',
    background: 'none',
    border: '1px solid var(--line)',
    borderRadius: '1rem',
    padding: 'var(--space-2) var(--space-4)',
  },
  '.cm-searchMatch': { background: 'color-mix(in oklab, var(--e) 26%, transparent)' },
  '.cm-searchMatch-selected': { background: 'color-mix(in oklab, var(--e) 50%, transparent)' },
})

/** The editor's theme and syntax highlighting, light and dark. */
export const editorLook = [look, syntaxHighlighting(words)]

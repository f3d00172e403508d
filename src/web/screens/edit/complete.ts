import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { Refused } from '../../client.ts'
import type { Citation, In, Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { saidBy } from '../../parts/voice.ts'

type Links = Out<'complete-link'>
type Cites = Out<'complete-citation'>

/** The requests for completions. */
export interface Asks {
  links: (words: string) => Promise<Links>
  cites: (input: Omit<In<'complete-citation'>, 'topic'>) => Promise<Cites>
}

/** Completes `[[links]]` and `^[citations]` with what the user may see. */
export function completing(asks: Asks): Extension {
  const source = (context: CompletionContext) => completeLink(context, asks) ?? completeCitation(context, asks)
  return autocompletion({ override: [source], icons: false, activateOnTypingDelay: 60, closeOnBlur: true })
}

function completeLink(context: CompletionContext, asks: Asks): Promise<CompletionResult | null> | null {
  const typed = context.matchBefore(/\[\[[^[\]\n|]*$/)
  if (!typed) return null
  const words = typed.text.slice(2)
  return unlessAborted(asks.links(words), context, ({ topics, headings }) => {
    const known = topics.some(({ title }) => title.toLowerCase() === words.trim().toLowerCase())
    const begin = words.trim() && !words.includes('#') && !known
    return result(typed.from + 2, [
      ...topics.map(({ title, link, alias, area }) => ({
        label: title,
        ...detail([alias && t.edit.alsoCalled(alias), area.closed && area.name]),
        apply: insertClosed(link, ']]'),
      })),
      ...headings.map(({ title, link }) => ({ label: title, apply: insertClosed(link, ']]') })),
      ...(begin ? [{ label: t.edit.begin(words.trim()), apply: insertClosed(words.trim(), ']]') }] : []),
    ])
  })
}

const LINES = /^(.+\.[A-Za-z][A-Za-z0-9]{0,9}):(.*)$/

function completeCitation(context: CompletionContext, asks: Asks): Promise<CompletionResult | null> | null {
  const typed = context.matchBefore(/\^\[[^[\]\n]*$/)
  if (!typed) return null
  const entry = typed.text.slice(Math.max(2, typed.text.lastIndexOf(',') + 1))
  const words = entry.trimStart()
  const from = context.pos - words.length
  const [, name, inside] = LINES.exec(words) ?? []
  if (name !== undefined) return completeLine(context, asks, name, inside ?? '', from)
  return unlessAborted(asks.cites({ words }), context, ({ sources }) =>
    result(
      from,
      sources.map(({ name: file, title, voice, at }) => ({
        label: labelOf(voice, day(at)) ?? (title || file),
        ...detail([saidBy(voice) ? title : file]),
        apply: (view: EditorView, _: Completion, start: number, end: number) => {
          insertAt(view, start, end, `${file}:`)
          startCompletion(view)
        },
      })),
    ),
  )
}

/** Completes the lines of a source by words in them. */
function completeLine(context: CompletionContext, asks: Asks, name: string, words: string, from: number) {
  const lines = asks.cites({ words: name }).then(({ sources }) => {
    const source = sources.find((one) => one.name === name)
    return source ? asks.cites({ words: words.trim(), source: source.id }) : { sources: [], lines: [] }
  })
  return unlessAborted(lines, context, (found) =>
    result(from, [
      ...found.lines.map(({ n, text }) => ({
        label: text,
        detail: String(n),
        apply: insertClosed(`${name}:${n}`, ']'),
      })),
      ...(words.trim() || found.lines.length === 0
        ? []
        : [{ label: t.edit.wholeSource, apply: insertClosed(name, ']') }]),
    ]),
  )
}

async function unlessAborted<T>(
  asked: Promise<T>,
  context: CompletionContext,
  read: (found: T) => CompletionResult | null,
) {
  try {
    const found = await asked
    return context.aborted ? null : read(found)
  } catch (error) {
    // A refused completion is ignored; the preview shows what is wrong.
    if (error instanceof Refused) return null
    throw error
  }
}

const result = (from: number, options: Completion[]): CompletionResult | null =>
  options.length ? { from, options, filter: false } : null

const detail = (parts: (string | false | null)[]) => {
  const words = parts.filter(Boolean).join(' · ')
  return words ? { detail: words } : {}
}

/** Inserts the choice and a missing closing bracket, and puts the cursor after it. */
const insertClosed =
  (words: string, end: string) =>
  (view: EditorView, _: Completion, from: number, to: number): void => {
    const rest = view.state.sliceDoc(to, to + end.length)
    const closing = [...end].filter((one, n) => rest[n] === one).length
    insertAt(view, from, to + closing, words + end)
  }

function insertAt(view: EditorView, from: number, to: number, insert: string): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

const labelOf = (voice: Citation['voice'], on: string) => {
  const by = saidBy(voice)
  return by && t.edit.saidBy(by, on)
}

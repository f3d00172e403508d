import type { ReactNode } from 'react'
import { ANY_MARK, blocksIn, readLink, wordsOf } from '../../../text/light.ts'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'

type Change = Out<'page-version'>['changes'][number]
type Span = Change['spans'][number]

/**
 * A block of a version without Markdown marks: added text underlined, removed text struck through.
 */
export function Block({ change, plain = false }: { change: Change; plain?: boolean }) {
  const spans = change.spans.map((span, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a version never move
    <Words key={n} span={n === 0 ? withoutMark(span) : span} />
  ))
  if (plain) return <>{spans}</>
  return <p className={`block ${kindOf(change)} ${change.kind}`}>{spans}</p>
}

const HEADING = /^#{1,6}[ \t]+/

const CLASSES: Record<string, string> = { heading: 'as-heading', blockquote: 'as-quote', code: 'as-code' }

const kindOf = ({ spans }: Change) => {
  const kind = blocksIn(spans.map(({ text }) => text).join(''))[0]?.kind ?? ''
  return CLASSES[kind] ?? ''
}

const withoutMark = (span: Span): Span => ({ ...span, text: span.text.replace(HEADING, '').replace(/^>[ \t]?/, '') })

function Words({ span: { kind, text } }: { span: Span }) {
  const words = render(text)
  if (kind === 'same') return <>{words}</>
  const unseen = <span className="unseen">{kind === 'added' ? t.history.added : t.history.takenOut}</span>
  return kind === 'added' ? (
    <ins>
      {unseen}
      {words}
    </ins>
  ) : (
    <del>
      {unseen}
      {words}
    </del>
  )
}

const MARK = new RegExp(`(${ANY_MARK.source}|\\*\\*[^*\\n]+\\*\\*|\\\\[\\\\\`*_[\\]<>#|~^])`)

/** Renders links as text, citations small, and escapes resolved. */
function render(text: string): ReactNode[] {
  return text.split(MARK).map((part, n) => {
    if (n % 2 === 0) return part
    if (part.startsWith('\\')) return part.slice(1)
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the words of a version never move
    if (part.startsWith('**')) return <strong key={n}>{part.slice(2, -2)}</strong>
    if (part.startsWith('^')) return <small key={n}>{part.slice(2, -1)}</small>
    const link = readLink(part.replace(/^!?\[\[|\]\]$/g, ''))
    return <u key={n}>{link ? wordsOf(link) : part}</u>
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the words of a version never move
  })
}

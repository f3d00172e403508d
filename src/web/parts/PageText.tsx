import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import type { Citation } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Cite } from './Cite.tsx'
import { PageLink } from './PageLink.tsx'

type PageTextProps = { html: string; citations: Citation[]; links: Record<string, string | null> }

const plain =
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del hr br table thead tbody tr th td sup sub dl dt dd'
const allowed = new Set(plain.split(' '))
const empty = new Set(['hr', 'br'])
/** Classes that the server's HTML uses. */
const said = ['callout', 'warns', 'helps', 'callout-title', 'contains-task-list', 'task-list-item']

/**
 * A page's text: the server's HTML converted to React elements (allowed ones only), with live links
 * and citations.
 */
export function PageText({ html, citations, links }: PageTextProps) {
  const body = useMemo(() => new DOMParser().parseFromString(html, 'text/html').body, [html])
  return <>{children(body, { citations, links })}</>
}

type Known = Omit<PageTextProps, 'html'>

function children(node: Node, known: Known): ReactNode[] {
  return [...node.childNodes].map((child, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page's nodes keep their places until the page is another
    <Fragment key={k}>{walk(child, known)}</Fragment>
  ))
}

function walk(node: Node, known: Known): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const tag = node.tagName.toLowerCase()
  const within = () => children(node, known)
  if (tag === 'a') return anchor(node, known)
  if (tag === 'input') return <Task done={node.hasAttribute('checked')} />
  if (empty.has(tag)) return createElement(tag)
  if (tag === 'table') return <Wide>{createElement(tag, ownOf(node), within())}</Wide>
  if (tag === 'mark')
    return node.className === 'unsupported' ? <Unsupported>{within()}</Unsupported> : <mark>{within()}</mark>
  if (tag === 'span') return <NotHere kind={node.className}>{within()}</NotHere>
  if (tag === 'div' && node.classList.contains('callout'))
    return createElement('div', { ...ownOf(node), role: 'note' }, within())
  if (node.classList.contains('sr-only')) return <h2 className="unseen">{t.page.footnotes}</h2>
  if (!allowed.has(tag)) return within()
  return createElement(tag, { ...asNeeded[tag], ...ownOf(node) }, kindOf(node) ?? within())
}

/** The title of a callout that has none of its own. */
function kindOf(node: Element): string | undefined {
  const kind = node.getAttribute('data-kind') ?? ''
  return Object.hasOwn(t.page.kinds, kind) ? t.page.kinds[kind] : undefined
}

/** The id and the class of an element. */
function ownOf(node: Element): { id?: string; className?: string } {
  const className = [...node.classList].filter((one) => said.includes(one)).join(' ')
  return { ...(node.id.startsWith('at-') && { id: node.id }), ...(className && { className }) }
}

const Task = ({ done }: { done: boolean }) => (
  <input type="checkbox" checked={done} disabled aria-label={done ? t.page.done : t.page.toDo} />
)

/** The place of a picture or file that is not stored here. */
function NotHere({ kind, children }: { kind: string; children: ReactNode }) {
  if (kind !== 'picture' && kind !== 'file') return children
  return (
    <span className={`not-here ${kind}`}>
      <span className="unseen">{t.page[kind]} </span>
      {children}
    </span>
  )
}

/** An unsupported sentence of a model, announced to screen readers, too. */
function Unsupported({ children }: { children: ReactNode }) {
  return (
    <mark className="unsupported">
      <span className="unseen">{t.model.markedHere} </span>
      {children}
    </mark>
  )
}

const asNeeded: Record<string, object> = { th: { scope: 'col' }, pre: { tabIndex: 0 } }

/** A table that can be scrolled sideways, also by keyboard. */
function Wide({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className="wide-table" tabIndex={0}>
      {children}
    </div>
  )
}

function anchor(node: Element, { citations, links }: Known): ReactNode {
  const number = node.getAttribute('data-cite')
  if (number !== null) {
    const citation = citations.find((one) => one.n === Number(number))
    return citation ? <Cite citation={citation} brief={goesOn(node, citation, citations)} /> : null
  }
  const words = children(node, { citations, links })
  const target = node.getAttribute('data-target')
  if (target !== null) {
    return (
      <PageLink
        target={node.getAttribute('data-name') ?? target}
        path={links[target] ?? null}
        place={node.getAttribute('data-place') ?? undefined}
      >
        {words}
      </PageLink>
    )
  }
  const href = node.getAttribute('href') ?? ''
  if (href.startsWith('#at-'))
    return (
      <a className="link" href={href} {...ownOf(node)}>
        {words}
      </a>
    )
  return /^(https?:|mailto:)/.test(href) ? (
    <a className="link" href={href} rel="noreferrer">
      {words}
    </a>
  ) : (
    words
  )
}

/** Whether the next citation in a quote is of the same source, so that this one can be brief. */
function goesOn(node: Element, citation: Citation, citations: Citation[]): boolean {
  const marks = [...(node.closest('blockquote')?.querySelectorAll('[data-cite]') ?? [])]
  const next = marks[marks.indexOf(node) + 1]?.getAttribute('data-cite')
  return next !== undefined && citations.find(({ n }) => n === Number(next))?.name === citation.name
}

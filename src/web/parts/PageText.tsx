import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import type { Citation } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { Cite } from './Cite.tsx'
import { PageLink } from './PageLink.tsx'

type PageTextProps = { html: string; citations: Citation[]; links: Record<string, string | null> }

const plain =
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del hr br table thead tbody tr th td sup sub dl dt dd'
const allowed = new Set(plain.split(' '))
const empty = new Set(['hr', 'br'])

/** A page's text: the server's HTML walked into elements, known ones only, citations and links made live. */
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
  if (tag === 'a') return anchor(node, known)
  if (empty.has(tag)) return createElement(tag)
  if (tag === 'table') return <Wide>{createElement(tag, null, children(node, known))}</Wide>
  if (tag === 'mark') return <Unsupported>{children(node, known)}</Unsupported>
  if (!allowed.has(tag)) return children(node, known)
  return createElement(tag, asNeeded[tag] ?? {}, children(node, known))
}

/** What a machine wrote and its cited lines do not say; said aloud, too, to whoever listens to the page. */
function Unsupported({ children }: { children: ReactNode }) {
  return (
    <mark>
      <span className="unseen">{t.model.markedHere} </span>
      {children}
    </mark>
  )
}

const asNeeded: Record<string, object> = { th: { scope: 'col' }, pre: { tabIndex: 0 } }

/** A table that may be wider than the page and is then moved sideways, by keys too. */
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
      <PageLink target={target} path={links[target] ?? null}>
        {words}
      </PageLink>
    )
  }
  const href = node.getAttribute('href') ?? ''
  return /^(https?:|mailto:)/.test(href) ? (
    <a className="link" href={href} rel="noreferrer">
      {words}
    </a>
  ) : (
    words
  )
}

/** Within one voice, whether the next citation is of the same source: then that one says whose words they are. */
function goesOn(node: Element, citation: Citation, citations: Citation[]): boolean {
  const marks = [...(node.closest('blockquote')?.querySelectorAll('[data-cite]') ?? [])]
  const next = marks[marks.indexOf(node) + 1]?.getAttribute('data-cite')
  return next !== undefined && citations.find(({ n }) => n === Number(next))?.name === citation.name
}

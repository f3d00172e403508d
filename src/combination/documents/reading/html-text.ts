import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { isOfConfluence, isTitleOfConfluence, withoutSpace } from './confluence-parts.ts'
import { dropEmpty } from './drop-empty.ts'
import { hiddenClasses, isHidden } from './hidden.ts'
import { equationIn, wordsDrawn } from './html-equations.ts'
import { pageNamed, wikiLink } from './page-links.ts'
import { keepMarksWritable } from './phrasing-marks.ts'
import { keepPhrasingOnly } from './phrasing-only.ts'
import { raisedWords } from './raised.ts'
import { type ReadIn, Unreadable } from './read-in.ts'

const parser = unified().use(rehypeParse)
/** Words that are Markdown already: an equation, or a link to a page. */
const WRITTEN = 'written-words'
const writer = unified()
  .use(rehypeRemark, { handlers: { [WRITTEN]: (_, node) => ({ type: 'html', value: wordsIn(node as Element) }) } })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', listItemIndent: 'one' })

/** A parsed HTML page, what stands in it, and an element of it. */
export type Root = ReturnType<typeof parser.parse>
export type RootContent = Root['children'][number]
export type Element = Extract<RootContent, { type: 'element' }>

/** Elements without text of the page, and its navigation. */
const LEFT_OUT = new Set(
  [
    'script style template noscript svg math iframe object embed canvas video audio img form button input',
    'del s strike',
    'select textarea dialog nav footer aside area base basefont datalist link meta noembed noframes param rp source',
    'track title',
  ]
    .join(' ')
    .split(' '),
)
const MOST_DEEP = 400

/** A tag such as `<template.x>`, which the parser's adapter takes for a template and fails on. */
const NO_TEMPLATE = /<(\/?)(?=template[.#])/gi

/**
 * Converts an HTML page to Markdown: its marked main part if it has one, without scripts, menus,
 * forms, and what is hidden or struck. `address` is where it was fetched.
 */
export function htmlText(html: string, address?: string): ReadIn {
  const tree = parser.parse(html.replace(NO_TEMPLATE, '<$1x-'))
  refuseDeep(tree)
  const title = titleIn(tree)
  const body = mainPart(tree)
  writeForMarkdown(body, hiddenClasses(stylesIn(tree)), address)
  dropWideSpans(body)
  dropEmpty(body)
  return { title, text: markdownOf(writer.runSync(body) as MarkdownRoot), pages: null }
}

type MarkdownRoot = Parameters<typeof writer.stringify>[0]

/** Writes a tree of Markdown as text. */
export function markdownOf(root: MarkdownRoot): string {
  keepPhrasingOnly(root)
  keepMarksWritable(root)
  visit(root, 'tableCell', (cell) =>
    visit(cell, 'html', (written) => {
      written.value = written.value.replace(/\\?\|/g, '\\|')
    }),
  )
  return writer.stringify(root).replaceAll('\0', '')
}

/** Refuses excessive nesting, on which the recursive walk would overflow. */
function refuseDeep(tree: Root): void {
  let level: (Root | RootContent)[] = [tree]
  for (let deep = 0; level.length > 0; deep++) {
    if (deep > MOST_DEEP) throw new Unreadable('It is nested deeper than a page could be. Paste its words instead.')
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
}

function titleIn(tree: Root): string | null {
  let title: string | null = null
  let isConfluence = false
  visit(tree, 'element', (node) => {
    if (title === null && (node.tagName === 'title' || node.tagName === 'h1')) title = wordsIn(node) || null
    if (/^(?:main-content|title-text)$/.test(String(node.properties.id))) isConfluence = true
  })
  // Confluence names the space before the page.
  return isConfluence && title ? withoutSpace(title) : title
}

function stylesIn(tree: Root): string {
  let css = ''
  visit(tree, 'element', (node) => {
    if (node.tagName === 'style') css += wordsIn(node)
  })
  return css
}

const wordsIn = (node: Element): string => {
  let words = ''
  visit(node, 'text', ({ value }) => {
    words += value
  })
  return words.replace(/\s+/g, ' ').trim()
}

/** The part that Confluence marks, else the only `main`, else the only `article`, else the whole page. */
function mainPart(tree: Root): Root {
  for (const name of ['#main-content', 'main', 'article']) {
    const found: Element[] = []
    visit(tree, 'element', (node) => {
      if (node.tagName === name || `#${node.properties.id}` === name) found.push(node)
    })
    const [one] = found
    const least = name.startsWith('#') ? 1 : 200
    if (one && found.length === 1 && wordsIn(one).length > least) return { type: 'root', children: [one] }
  }
  return tree
}

/**
 * Removes elements without text, hidden and struck parts and comments; writes equations, exponents
 * and links between pages as Markdown has them; other links that are not http, https or mailto
 * become their words.
 */
function writeForMarkdown(tree: Root, hidden: ReadonlySet<string>, address?: string): void {
  let before = ''
  visit(tree, (node, at, parent) => {
    if (!parent || at === undefined) return
    if (node.type === 'text') {
      before = node.value.slice(-8) || before
      return
    }
    if (node.type !== 'element') {
      if (node.type !== 'comment') return
      parent.children.splice(at, 1)
      return at
    }
    if (isTitleOfConfluence(node)) node.children = [{ type: 'text', value: withoutSpace(wordsIn(node)) }]
    const equation = equationIn(node)
    const written = equation === null ? wordsInstead(node, before) : null
    if (equation !== null && !isHidden(node, hidden)) parent.children[at] = writtenAs(equation)
    else if (written !== null) parent.children[at] = { type: 'text', value: written }
    else if (LEFT_OUT.has(node.tagName) || node.tagName === 'head' || isOfConfluence(node) || isHidden(node, hidden)) {
      parent.children.splice(at, 1)
      return at
    } else {
      if (node.tagName === 'a') parent.children[at] = linkOf(node, address)
      return
    }
    return SKIP
  })
}

const writtenAs = (words: string): Element => ({
  type: 'element',
  tagName: WRITTEN,
  properties: {},
  children: [{ type: 'text', value: words }],
})

/** The words of what Markdown has no marks for: an exponent, an index, a drawing of words. */
function wordsInstead(node: Element, before: string): string | null {
  if (node.tagName === 'svg') return node.properties.ariaHidden ? null : wordsDrawn(node) || null
  if (node.tagName !== 'sup' && node.tagName !== 'sub') return null
  const words = wordsIn(node)
  const isNote = node.children.some((one) => one.type === 'element' && one.tagName === 'a')
  return isNote ? (/^\W/.test(words) ? words : `[${words}]`) : raisedWords(words, node.tagName === 'sup', before)
}

/** A link as it is kept: absolute, or to another page of an export, else its words. */
function linkOf(node: Element, address?: string): Element {
  const href = String(node.properties.href ?? '')
  if (/^(?:https?:|mailto:)/i.test(href)) return node
  const absolute =
    address && href && !href.startsWith('#') && URL.canParse(href, address) ? new URL(href, address) : null
  if (absolute && /^https?:$/.test(absolute.protocol)) return { ...node, properties: { href: absolute.href } }
  const page = absolute ? null : pageNamed(href)
  const words = wordsIn(node)
  if (page && words) return writtenAs(wikiLink(page.title, words))
  return { ...node, tagName: 'span', properties: {} }
}

/** The most cells that spans of all cells add: Markdown has no spans, so each becomes that many. */
const MOST_SPANNED = 10_000

/** Removes the spans of cells beyond that; one attribute could else ask for millions of cells. */
function dropWideSpans(tree: Root): void {
  let left = MOST_SPANNED
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'td' && tagName !== 'th') return
    const added = Number(properties.colSpan ?? 1) * Number(properties.rowSpan ?? 1) - 1
    if (added <= left) left -= Math.max(0, added)
    else {
      delete properties.colSpan
      delete properties.rowSpan
    }
  })
}

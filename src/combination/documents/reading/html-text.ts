import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { isOfConfluence, isTitleOfConfluence, withoutSpace } from './confluence-parts.ts'
import { keepPhrasingOnly } from './phrasing-only.ts'
import { type ReadIn, Unreadable } from './read-in.ts'

const parser = unified().use(rehypeParse)
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', listItemIndent: 'one' })

type Root = ReturnType<typeof parser.parse>
type RootContent = Root['children'][number]
type Element = Extract<RootContent, { type: 'element' }>

/** Elements without text of the page, and its navigation. */
const LEFT_OUT = new Set(
  [
    'script style template noscript svg math iframe object embed canvas video audio picture img form button input',
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
 * Converts an HTML page to Markdown: its marked main part if it has one, without scripts, menus and
 * forms.
 */
export function htmlText(html: string): ReadIn {
  const tree = parser.parse(html.replace(NO_TEMPLATE, '<$1x-'))
  refuseDeep(tree)
  const title = titleIn(tree)
  const body = mainPart(tree)
  removeNonText(body)
  dropWideSpans(body)
  dropEmpty(body)
  const markdown = writer.runSync(body) as Parameters<typeof writer.stringify>[0]
  keepPhrasingOnly(markdown)
  const text = writer.stringify(markdown)
  return { title, text: text.replaceAll('\0', ''), pages: null }
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
  let ofConfluence = false
  visit(tree, 'element', (node) => {
    ofConfluence ||= isTitleOfConfluence(node)
    if (title === null && (node.tagName === 'title' || node.tagName === 'h1')) title = wordsIn(node) || null
  })
  return ofConfluence && title ? withoutSpace(title) : title
}

const wordsIn = (node: Element): string => {
  let words = ''
  visit(node, 'text', ({ value }) => {
    words += value
  })
  return words.replace(/\s+/g, ' ').trim()
}

/** The only `main`, else the only `article`, else the whole page. */
function mainPart(tree: Root): Root {
  for (const name of ['main', 'article']) {
    const found: Element[] = []
    visit(tree, 'element', (node) => {
      if (node.tagName === name) found.push(node)
    })
    const [one] = found
    if (one && found.length === 1 && wordsIn(one).length > 200) return { type: 'root', children: [one] }
  }
  return tree
}

/**
 * Removes elements without text, hidden parts, comments, and links that are not http, https or
 * mailto.
 */
function removeNonText(tree: Root): void {
  visit(tree, (node, at, parent) => {
    if (!parent || at === undefined) return
    const hidden =
      node.type === 'element' && (LEFT_OUT.has(node.tagName) || 'hidden' in node.properties || isOfConfluence(node))
    if (node.type === 'element' && isTitleOfConfluence(node))
      node.children = [{ type: 'text', value: withoutSpace(wordsIn(node)) }]
    if (hidden || node.type === 'comment' || isHead(node)) {
      parent.children.splice(at, 1)
      return at
    }
    if (
      node.type === 'element' &&
      node.tagName === 'a' &&
      !/^(?:https?:|mailto:)/i.test(String(node.properties.href))
    ) {
      node.tagName = 'span'
      node.properties = {}
    }
    return
  })
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

/** Elements that break a line, or hold a place, with nothing in them. */
const HOLDS_A_PLACE = new Set(
  'br hr td th tr thead tbody tfoot table li ul ol dl dt dd p div pre blockquote h1 h2 h3 h4 h5 h6 section article'.split(
    ' ',
  ),
)

/**
 * Replaces elements that show nothing by the white space in them, from the inside out, and joins
 * texts beside each other. Where thousands stand in a row, collapsing white space takes quadratic
 * time.
 */
function dropEmpty(parent: Root | Element): void {
  const kept: RootContent[] = []
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'element') dropEmpty(child)
    const text = textAlone(child)
    const last = kept.at(-1)
    if (text === null) kept.push(child)
    else if (last?.type === 'text') last.value += text
    else if (text) kept.push({ type: 'text', value: text })
  }
  parent.children = kept as typeof parent.children
}

/** The text of a node that is nothing else: a text, or an element with only white space in it. */
function textAlone(node: RootContent): string | null {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || HOLDS_A_PLACE.has(node.tagName)) return null
  const [only, ...more] = node.children
  if (!only) return ''
  return more.length === 0 && only.type === 'text' && only.value.trim() === '' ? only.value : null
}

const isHead = (node: { type: string; tagName?: string }) => node.type === 'element' && node.tagName === 'head'

import type { Link as MarkdownLink, Nodes, PhrasingContent, Root } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { MARKED, NOTICE } from '../written/notice.ts'
import { CITATION, type Citation, LINK, readCitations, readLink } from './marks.ts'

/** What a page's body comes to: HTML that is safe to show, the targets of its links, its citations in order. */
export interface Rendered {
  html: string
  targets: string[]
  citations: Citation[]
}

/** What may stand in a page: GitHub's own list, without images from elsewhere, with the marks of links and citations. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? [])
    .filter((name) => !['img', 'picture', 'source', 'input'].includes(name))
    .concat('mark'),
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'title', ['className', 'cite', 'link'], 'dataCite', 'dataTarget'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
}

/**
 * Renders a page's body (CommonMark and GitHub's additions). `[[links]]` and `^[citations]` become empty-handed
 * anchors, `a.link[data-target]` and `a.cite[data-cite]`, which whoever shows the page fills in for its reader.
 */
export function renderPage(body: string, title: string): Rendered {
  const targets = new Set<string>()
  const citations: Citation[] = []
  const marks = () => (tree: Root) => {
    dropTitle(tree, title)
    dropNotice(tree)
    findAndReplace(tree, [[MARKED, (_: string, words: string) => mark(words)]], { ignore: ['link', 'linkReference'] })
    findAndReplace(
      tree,
      [
        [
          LINK,
          (_: string, inside: string) => {
            const link = readLink(plain(inside))
            if (!link) return false
            targets.add(link.target)
            return anchor('link', { dataTarget: link.target }, [{ type: 'text', value: link.label }])
          },
        ],
        [
          CITATION,
          (_: string, inside: string) =>
            readCitations(plain(inside)).map((citation) =>
              anchor('cite', { dataCite: String(citations.push(citation) - 1) }, []),
            ),
        ],
      ],
      { ignore: ['link', 'linkReference'] },
    )
    giveBack(tree)
  }
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(marks)
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(rehypeStringify)
    .processSync(hold(body))
  return { html: String(html), targets: [...targets], citations }
}

/** What Obsidian highlights: on a page that a machine wrote, what its cited lines do not say. */
const mark = (words: string): PhrasingContent => ({
  type: 'emphasis',
  children: [{ type: 'text', value: words }],
  data: { hName: 'mark' },
})

function anchor(className: string, data: Record<string, string>, children: PhrasingContent[]): MarkdownLink {
  return {
    type: 'link',
    url: '',
    children: children as MarkdownLink['children'],
    data: { hName: 'a', hProperties: { className: [className], href: undefined, ...data } },
  }
}

/**
 * A bracket or caret that is escaped is a character and no mark of ours, and what stands inside of our marks is a name
 * and no emphasis or address. The parser would see it otherwise, so each such character is held as one that no
 * text has, until links and citations have been found.
 */
const ESCAPED = '[]^.@=:'
const INSIDE = '_*~.@:'
const FIRST = 0xfdd0
const hold = (body: string) =>
  body
    .replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
    .replace(/\[\[[^[\]\n]+?\]\]|\^\[[^[\]]+\]/g, (mark) =>
      mark.replace(/\\[\s\S]|[_*~.@:]/g, (one) => held(one, INSIDE, ESCAPED.length)),
    )
    .replace(/\\([\s\S])/g, (pair, one: string) => (ESCAPED.includes(one) ? held(one, ESCAPED, 0) : pair))

const held = (one: string, among: string, from: number) =>
  one.length === 1 ? String.fromCharCode(FIRST + from + among.indexOf(one)) : one

const plain = (text: string, before = '') =>
  text.replace(/[\uFDD0-\uFDEF]/g, (one) => {
    const place = one.charCodeAt(0) - FIRST
    return place < ESCAPED.length ? before + ESCAPED.charAt(place) : INSIDE.charAt(place - ESCAPED.length)
  })

/** Code shows the backslash as it was written. */
function giveBack(tree: Root): void {
  visit(tree, (node) => {
    const code = node.type === 'code' || node.type === 'inlineCode'
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') Object.assign(node, { [name]: plain(value, code ? '\\' : '') })
    }
  })
}

/** The page's own title stands above it already. */
function dropTitle(tree: Root, title: string): void {
  const first = tree.children[0]
  if (first?.type !== 'heading' || first.depth !== 1) return
  if (plain(textIn(first)).trim() === title.trim()) tree.children.shift()
}

/** Whoever shows the page says by itself that a machine wrote it, in its reader's language. */
function dropNotice(tree: Root): void {
  tree.children = tree.children.filter((node) => node.type !== 'blockquote' || !NOTICE.test(textIn(node)))
}

const textIn = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

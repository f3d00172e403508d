import type { Link as MarkdownLink, PhrasingContent, Root } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
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
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
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
    findAndReplace(
      tree,
      [
        [
          LINK,
          (_: string, inside: string) => {
            const link = readLink(inside)
            if (!link) return false
            targets.add(link.target)
            return anchor('link', { dataTarget: link.target }, [{ type: 'text', value: link.label }])
          },
        ],
        [
          CITATION,
          (_: string, inside: string) =>
            readCitations(inside).map((citation) =>
              anchor('cite', { dataCite: String(citations.push(citation) - 1) }, []),
            ),
        ],
      ],
      { ignore: ['link', 'linkReference'] },
    )
  }
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(marks)
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(rehypeStringify)
    .processSync(body)
  return { html: String(html), targets: [...targets], citations }
}

function anchor(className: string, data: Record<string, string>, children: PhrasingContent[]): MarkdownLink {
  return {
    type: 'link',
    url: '',
    children: children as MarkdownLink['children'],
    data: { hName: 'a', hProperties: { className: [className], href: undefined, ...data } },
  }
}

/** The page's own title stands above it already. */
function dropTitle(tree: Root, title: string): void {
  const first = tree.children[0]
  if (first?.type !== 'heading' || first.depth !== 1) return
  const [words] = first.children
  if (words?.type === 'text' && words.value.trim() === title.trim()) tree.children.shift()
}

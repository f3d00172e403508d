import type { PhrasingContent, Root } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { CITATION, type Citation, LINK, readCitations, readLink, wordsOf } from '../../text/index.ts'
import { addAnchors } from './anchors.ts'
import { makeCallouts } from './callouts.ts'
import { targetsIn } from './html-part.ts'
import { isEmbeddedFile, isFile, isPicture } from './link-targets.ts'
import { resolveDocumentLinks } from './links-to-documents.ts'
import { anchor, linkTo, OWN, textIn, within, words } from './markdown-nodes.ts'
import { keepPlaceholders } from './placeholders-in-tree.ts'
import { shieldMarks, unshielded, unshieldTree } from './shielded-characters.ts'
import { MARKED, NOTICE } from './written/notice.ts'

/** A rendered body: sanitised HTML, link targets, and citations in order. */
export interface Rendered {
  html: string
  targets: string[]
  citations: Citation[]
}

const FOOTNOTES = 'footnote-label'

/** The allowed HTML: GitHub's list, without images, with the attributes of links and citations. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? [])
    .filter((name) => !['img', 'picture', 'source'].includes(name))
    .concat('mark'),
  attributes: {
    ...defaultSchema.attributes,
    a: [
      'href',
      'title',
      ['className', 'cite', 'link', 'data-footnote-backref'],
      'dataCite',
      'dataTarget',
      'dataName',
      'dataPlace',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'ariaDescribedBy',
      'ariaLabel',
    ],
    div: [['className', 'callout', 'warns', 'helps']],
    p: [['className', 'callout-title'], 'dataKind'],
    span: [['className', 'picture', 'file']],
    mark: [['className', 'unsupported']],
    '*': (defaultSchema.attributes?.['*'] ?? [])
      .filter((name) => name !== 'id')
      .concat([['id', FOOTNOTES, new RegExp(`^${OWN}`)]]),
  },
  clobber: ['name'],
  protocols: { href: ['http', 'https', 'mailto'] },
}

/**
 * Renders a page's body (CommonMark with GitHub's additions). `[[links]]`, links between documents
 * and `^[citations]` become the anchors `a.link[data-target]` and `a.cite[data-cite]`, which are
 * resolved for each reader. On a page written by a model, ==highlighted== text is unsupported by
 * its citations.
 */
export function renderPage(body: string, title: string, byMachine = false): Rendered {
  const citations: Citation[] = []
  const marks = () => (tree: Root) => {
    keepPlaceholders(tree, body)
    dropTitle(tree, title)
    dropNotice(tree)
    findAndReplace(
      tree,
      [
        [MARKED, (_: string, inside: string) => within('mark', byMachine ? 'unsupported' : null, [words(inside)])],
        [LINK, (_: string, bang: string, inside: string) => linkOf(unshielded(inside), bang === '!')],
        [CITATION, (_: string, inside: string) => citationsOf(unshielded(inside), citations)],
      ],
      { ignore: ['link', 'linkReference'] },
    )
    makeCallouts(tree)
    addAnchors(tree)
    unshieldTree(tree)
    resolveDocumentLinks(tree)
  }
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(marks)
    // An arrow that the web fonts contain.
    .use(remarkRehype, { clobberPrefix: OWN, footnoteBackContent: '↑' })
    .use(rehypeSanitize, schema)
    .use(rehypeStringify)
    .processSync(shieldMarks(body))
  // A table shows no cell beyond its head, so that not all that was read is shown.
  return { html: String(html), targets: targetsIn(String(html)), citations }
}

/** A link by name; for a file, its name as text. */
function linkOf(inside: string, isEmbed: boolean): PhrasingContent | false {
  const link = readLink(inside)
  if (!link) return false
  const { target, place, label } = link
  if (isEmbed ? isEmbeddedFile(target) : isFile(target)) {
    const isSize = label !== null && /^\d+(?:x\d+)?$/.test(label)
    const name = target.slice(target.lastIndexOf('/') + 1)
    return within('span', isPicture(target) ? 'picture' : 'file', [words(label === null || isSize ? name : label)])
  }
  return linkTo(target, place, [words(wordsOf(link))])
}

const citationsOf = (inside: string, citations: Citation[]): PhrasingContent[] =>
  readCitations(inside).map((citation) => anchor('cite', { dataCite: String(citations.push(citation) - 1) }))

/** Removes the title, which the screen shows above the page. */
function dropTitle(tree: Root, title: string): void {
  const first = tree.children[0]
  if (first?.type !== 'heading' || first.depth !== 1) return
  if (unshielded(textIn(first)).trim() === title.trim()) tree.children.shift()
}

/** Removes the notice of a model's page; the screen shows it in the reader's language. */
function dropNotice(tree: Root): void {
  tree.children = tree.children.filter((node) => node.type !== 'blockquote' || !NOTICE.test(textIn(node)))
}

import type { PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { documentNamed, fileNamed, isElsewhere, isFile, nameIn, placeNamed } from './link-targets.ts'
import { linkTo, within, words } from './markdown-nodes.ts'

/**
 * Converts a page's Markdown links: links between documents become links by name; links to files,
 * and pictures, become their text.
 */
export function resolveDocumentLinks(tree: Root): void {
  const defined = addressesIn(tree)
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    const put = (shown: PhrasingContent[]) => {
      parent.children.splice(index, 1, ...shown)
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      put(picture(node.alt, node.type === 'image' ? node.url : (defined.get(node.identifier) ?? '')))
      return index
    }
    if (node.type !== 'linkReference' && (node.type !== 'link' || node.data)) return
    const url = node.type === 'link' ? node.url : defined.get(node.identifier)
    if (url === undefined) return
    const named = documentNamed(url) ?? placeNamed(url)
    if (named) {
      if (node.children.length === 0)
        node.children.push({ type: 'text', value: nameIn(named.target) || (named.place ?? '') })
      put([linkTo(named.target, named.place, node.children)])
      return
    }
    if (isElsewhere(url) && !/^[/\\]/.test(url)) return
    put(isFile(fileNamed(url)) ? [within('span', 'file', node.children)] : node.children)
    return index
  })
}

/** Replaces a picture by its description or its file name. */
function picture(alt: string | null | undefined, url: string): PhrasingContent[] {
  const says = (alt ?? '').replace(/\|\s*\d+(?:x\d+)?\s*$/, '').trim() || fileNamed(url)
  return says ? [within('span', 'picture', [words(says)])] : []
}

function addressesIn(tree: Root): Map<string, string> {
  const defined = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!defined.has(identifier)) defined.set(identifier, url)
  })
  return defined
}

import type { Emphasis, Link, Nodes, PhrasingContent } from 'mdast'
import { looseSlug } from '../../ba/index.ts'
import { isRelativePath, nameIn } from './link-targets.ts'

/** An anchor whose address is filled in when the page is shown. */
export const anchor = (
  className: 'link' | 'cite',
  data: Record<string, string>,
  children: PhrasingContent[] = [],
): Link => ({
  type: 'link',
  url: '',
  children: children as Link['children'],
  data: { hName: 'a', hProperties: { className: [className], href: undefined, ...data } },
})

/** A link to a page by name, or to an anchor in this page. */
export const linkTo = (target: string, place: string | null, children: PhrasingContent[]): Link =>
  target
    ? anchor('link', { dataTarget: target, ...nameOf(target), ...(place && { dataPlace: idOf(place) }) }, children)
    : { type: 'link', url: `#${idOf(place ?? '')}`, children: children as Link['children'], data: { hName: 'a' } }

const nameOf = (target: string): Record<string, string> => (isRelativePath(target) ? { dataName: nameIn(target) } : {})

/** Wraps nodes in an element. */
export const within = (name: 'mark' | 'span', className: string | null, children: PhrasingContent[]): Emphasis => ({
  type: 'emphasis',
  children,
  data: { hName: name, hProperties: className ? { className: [className] } : {} },
})

/** A text node. */
export const words = (value: string): PhrasingContent => ({ type: 'text', value })

/** The text of a node and its descendants. */
export const textIn = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

/** The prefix of a page's ids, so that none equals an id of the screen. */
export const OWN = 'at-'

/** The id of an anchor named by a link; of nested headings the last, as in Obsidian and GitHub. */
export const idOf = (place: string): string => OWN + looseSlug(place.slice(place.lastIndexOf('#') + 1))

import type { Emphasis, Link, Nodes, PhrasingContent } from 'mdast'
import { looseSlug } from '../../ba/index.ts'
import { isRelativePath, nameIn } from './link-targets.ts'

/** An anchor that whoever shows the page fills in for its reader. */
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

/** A link to a page by its name, or to a place in this one, under words. */
export const linkTo = (target: string, place: string | null, children: PhrasingContent[]): Link =>
  target
    ? anchor('link', { dataTarget: target, ...nameOf(target), ...(place && { dataPlace: idOf(place) }) }, children)
    : { type: 'link', url: `#${idOf(place ?? '')}`, children: children as Link['children'], data: { hName: 'a' } }

const nameOf = (target: string): Record<string, string> => (isRelativePath(target) ? { dataName: nameIn(target) } : {})

/** Words in an element of their own. */
export const within = (name: 'mark' | 'span', className: string | null, children: PhrasingContent[]): Emphasis => ({
  type: 'emphasis',
  children,
  data: { hName: name, hProperties: className ? { className: [className] } : {} },
})

/** A piece of text. */
export const words = (value: string): PhrasingContent => ({ type: 'text', value })

/** The words of a node and of all below it. */
export const textIn = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

/** What a page's own ids begin with, so that none is taken for one of the screen that shows it. */
export const OWN = 'at-'

/** The id of a place of a page, by what a link says of it: of headings within headings the last, as Obsidian and GitHub write it. */
export const idOf = (place: string): string => OWN + looseSlug(place.slice(place.lastIndexOf('#') + 1))

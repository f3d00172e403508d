/** An element of a parsed page, as far as it is looked at here. */
interface Element {
  type: string
  properties?: Record<string, unknown>
}

const IDS = new Set(['breadcrumb-section', 'breadcrumbs', 'footer', 'footer-logo'])
const CLASSES = new Set(['page-metadata', 'pageSectionHeader', 'greybox', 'toc-macro'])

/**
 * Whether an element is what Confluence's export adds to each page: the way to it, who made it
 * when, its attachments, a table of contents, the foot.
 */
export function isOfConfluence({ properties = {} }: Element): boolean {
  const { id, className } = properties
  return IDS.has(String(id)) || (Array.isArray(className) && className.some((one) => CLASSES.has(String(one))))
}

/** Whether an element holds a page's title behind the name of its space: `Bakery : Ovens`. */
export const isTitleOfConfluence = ({ properties }: Element): boolean => properties?.id === 'title-text'

/** A title without the name of the space before it. */
export const withoutSpace = (title: string): string => title.replace(/^[^\n]{1,200}? : (?=\S)/, '')

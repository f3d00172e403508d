/** Where a part of a page's HTML ends: after an element, so that no tag is cut. */
export const behindElement = (html: string): number => html.lastIndexOf('\n<') + 1 || html.lastIndexOf('>') + 1

/** The citation numbers in a part of a page's HTML. */
export const citesIn = (html: string): ReadonlySet<number> =>
  new Set([...html.matchAll(/ data-cite="(\d+)"/g)].map(([, n]) => Number(n)))

/** The link targets in a part of a page's HTML. */
export const targetsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<a class="link" data-target="([^"]*)"/g)].map(([, target = '']) => unescaped(target))),
]

const NAMED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" }

const unescaped = (value: string) =>
  value.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, number, name) =>
    name ? (NAMED[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)),
  )

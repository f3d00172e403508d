/** The elements of HTML, and of the drawings and formulas in it that people paste. */
const ELEMENTS = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br ' +
    'button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl ' +
    'dt element em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
    'html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu ' +
    'menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param path ' +
    'picture plaintext pre progress q rb rbc rect rp rt rtc ruby s samp script search section select shadow slot small source ' +
    'spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track ' +
    'tt u ul use var video wbr xmp'
  ).split(' '),
)

/** Any tag, or what looks like one. */
export const TAG = /<\/?[a-z][^<>]*>/gi

const OPENING = /^<([a-z][\w.:-]*)([^<>]*)>$/i
const CLOSING = /<\/([a-z][\w.:-]*)/gi

/** The names that a text closes as elements, `</Tabs>`, in lower case. */
export const closedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(CLOSING)].map(([, name = '']) => name.toLowerCase()))

/**
 * Whether `<your-name>` is a place to fill in, and no tag of HTML or of a component: its name is no
 * element's, it has no attributes, nothing closes it, and it is not `<Tabs>` alone on its line.
 */
export function isPlaceholder(tag: string, closed: ReadonlySet<string>, isAlone = false): boolean {
  const [, name = '', rest = ''] = OPENING.exec(tag) ?? []
  if (!name || /^[@/]|[="']|\/$/.test(rest) || closed.has(name.toLowerCase())) return false
  const words = rest.trim().split(/\s+/).filter(Boolean).length
  if (ELEMENTS.has(name.toLowerCase())) return words > 1
  return !(isAlone && words === 0 && /^[A-Z][a-z]/.test(name))
}

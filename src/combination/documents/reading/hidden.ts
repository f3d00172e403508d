/** What is needed of an element to tell whether it is shown. */
interface Styled {
  tagName: string
  properties: Record<string, unknown>
}

const HIDING =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!|;|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:!|;|$)|mso-hide\s*:\s*all)/i

/** Whether an element is hidden: by an attribute, its style, or a class that the page's style hides. */
export function isHidden({ properties }: Styled, classes: ReadonlySet<string>): boolean {
  if ('hidden' in properties || String(properties.ariaHidden) === 'true') return true
  const style = String(properties.style ?? '')
  if (style && (HIDING.test(style) || isInvisible(style))) return true
  const own = properties.className
  return Array.isArray(own) && own.some((name) => classes.has(String(name)))
}

/** Letters in the colour of their own ground. */
function isInvisible(style: string): boolean {
  const colours = new Map<string, string>()
  for (const part of style.toLowerCase().split(';')) {
    const at = part.indexOf(':')
    if (at > 0)
      colours.set(part.slice(0, at).trim(), (WHITE.get(part.slice(at + 1).trim()) ?? part.slice(at + 1)).trim())
  }
  const ground = colours.get('background-color') ?? colours.get('background')
  return colours.has('color') && ground !== undefined && colours.get('color') === ground
}

const WHITE = new Map(['#fff', '#ffffff', 'rgb(255,255,255)', 'rgb(255, 255, 255)'].map((one) => [one, 'white']))

/** The classes that a page's style hides, as `.note { display: none }`; rules for a medium are not followed. */
export function hiddenClasses(css: string): Set<string> {
  const classes = new Set<string>()
  let depth = 0
  let selector = ''
  for (const part of css.split(/(?<=[{}])/)) {
    const end = part.at(-1)
    const words = part.slice(0, -1)
    if (end === '{') {
      if (depth === 0) selector = words
      depth++
    } else if (end === '}') {
      if (depth === 1 && HIDING.test(words))
        for (const one of selector.split(',')) {
          const name = /^\s*\w*\.([\w-]+)\s*$/.exec(one.slice(0, 200))?.[1]
          if (name) classes.add(name)
        }
      depth = Math.max(0, depth - 1)
    }
  }
  return classes
}

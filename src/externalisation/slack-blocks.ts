/** How deep blocks are read; Slack nests lists and quotes in sections, no more. */
const DEEPEST = 24
const MOST_PARTS = 2000

type Part = Record<string, unknown>

/**
 * The words of a message's blocks, in the markup that Slack uses for a message's text: mentions,
 * links and entities are read in one place. Unknown blocks are read as far as they hold text.
 */
export function blocksMarkup(blocks: unknown): string {
  let left = MOST_PARTS
  const read = (given: unknown, depth: number): string => {
    if (depth > DEEPEST || left-- <= 0) return ''
    if (Array.isArray(given)) return given.map((one) => read(one, depth + 1)).join('')
    return isPart(given) ? partMarkup(given, (inner) => read(inner, depth + 1)) : ''
  }
  return read(blocks, 0)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const isPart = (given: unknown): given is Part => typeof given === 'object' && given !== null

const str = (given: unknown): string => (typeof given === 'string' ? given : '')

function partMarkup(part: Part, read: (inner: unknown) => string): string {
  const inner = () => read(part.elements)
  switch (part.type) {
    case 'text':
      return escaped(str(part.text))
    case 'link':
      return `<${str(part.url)}${part.text ? `|${escaped(str(part.text))}` : ''}>`
    case 'user':
      return `<@${str(part.user_id)}>`
    case 'usergroup':
      return `<!subteam^${str(part.usergroup_id)}>`
    case 'channel':
      return `<#${str(part.channel_id)}>`
    case 'broadcast':
      return `<!${str(part.range)}>`
    case 'emoji':
      return `:${str(part.name)}:`
    case 'date':
      return escaped(str(part.fallback))
    case 'mrkdwn':
    case 'markdown':
      return `${str(part.text)}\n`
    case 'plain_text':
      return `${escaped(str(part.text))}\n`
    case 'rich_text_list':
      return listMarkup(part, read)
    case 'rich_text_quote':
      return `${inner().replace(/^/gm, '> ')}\n`
    case 'rich_text_preformatted':
      return `\`\`\`\n${inner()}\n\`\`\`\n`
    case 'rich_text_section':
      return `${inner()}\n`
    case 'actions':
    case 'image':
    case 'input':
      return ''
    default:
      return [part.text, part.fields, part.elements].map(read).join('')
  }
}

function listMarkup({ style, elements, offset }: Part, read: (inner: unknown) => string): string {
  const from = typeof offset === 'number' ? offset : 0
  const items = Array.isArray(elements) ? elements : []
  return items.map((item, n) => `${style === 'ordered' ? `${from + n + 1}.` : '-'} ${read([item]).trim()}\n`).join('')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

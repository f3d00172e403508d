/** What ids in a message stand for; null where nothing says so. */
export interface SlackNames {
  person(id: string): string | null
  channel(id: string): string | null
}

/**
 * Converts a Slack message to plain text: names for ids, labels for links, characters for entities.
 * An id that nothing names is never shown.
 */
export function slackWords(text: string, names: SlackNames): string {
  return text
    .replace(/<([@#!]?)([^<>|]{1,3000})(?:\|([^<>]{0,1000}))?>/g, (_, kind: string, what: string, label = '') => {
      const said = label === what ? '' : label.trim()
      if (kind === '@') return `@${names.person(what) ?? (said.replace(/^@/, '') || 'someone')}`
      if (kind === '#') return `#${said.replace(/^#/, '') || (names.channel(what) ?? (isId(what) ? 'unlisted' : what))}`
      if (kind === '!') return specialMention(what, label.trim())
      return label && label !== what.replace(/^(?:mailto|tel):/, '') ? `${label} (${what})` : what
    })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** Whether a channel is given by its id. */
const isId = (text: string): boolean => /^[CDG][A-Z0-9]+$/.test(text)

/** Special mentions: `<!here>`, `<!subteam^S1|@ops>`, `<!date^…|on Monday>`. */
function specialMention(what: string, label: string): string {
  const [kind = '', value = ''] = what.split('^')
  if (kind === 'date') return label || dayOf(value)
  if (kind === 'subteam') return label ? `@${label.replace(/^@/, '')}` : '@a group'
  return `@${kind}`
}

function dayOf(seconds: string): string {
  const day = new Date(/^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN)
  return Number.isNaN(day.getTime()) ? 'a day' : day.toISOString().slice(0, 10)
}

/** The ids of people whom a message mentions. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(/<@([A-Z0-9]{2,30})(?:\|[^<>]*)?>/g)].map(([, id]) => id ?? '')

/**
 * Converts a Slack message to plain text: names for ids, labels for links, characters for entities.
 */
export function slackWords(text: string, nameOf: (id: string) => string): string {
  return text
    .replace(/<([@#!]?)([^<>|]{1,3000})(?:\|([^<>]{0,1000}))?>/g, (_, kind: string, what: string, label = '') => {
      if (kind === '@') return `@${nameOf(what)}`
      if (kind === '#') return `#${label || what}`
      if (kind === '!') return specialMention(what, label)
      return label && label !== what.replace(/^(?:mailto|tel):/, '') ? `${label} (${what})` : what
    })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** Special mentions: `<!here>`, `<!subteam^S1|@ops>`, `<!date^…|on Monday>`. */
const specialMention = (what: string, label: string) => label || `@${what.split('^')[0]}`

/** The ids of people whom a message mentions. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(/<@([A-Z0-9]{2,30})(?:\|[^<>]*)?>/g)].map(([, id]) => id ?? '')

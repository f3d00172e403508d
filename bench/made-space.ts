/** A space of a realistic size, made through the acts by HTTP: some hundred topics, sources, and one page to read. */
import type { Visitor } from './server.ts'

const TOPICS = 300
const SOURCES = 10
const LINKS = 8

const subjects = ['Cache', 'Queue', 'Certificate', 'Backup', 'Gateway', 'Index', 'Deploy', 'Alert', 'Ledger', 'Session']
const concerns = [
  'purge',
  'drain',
  'rotation',
  'restore',
  'failover',
  'rebuild',
  'rollback',
  'triage',
  'audit',
  'expiry',
]
const titleOf = (n: number) =>
  `${subjects[n % 10]} ${concerns[Math.floor(n / 10) % 10]}${n < 100 ? '' : ` in region ${Math.floor(n / 100)}`}`

const sentence = (n: number) =>
  `When the ${(subjects[n % 10] ?? '').toLowerCase()} bends and the load does not, you have about ${2 + (n % 7)} minutes ` +
  `before the ${(concerns[(n * 3) % 10] ?? '').toLowerCase()} begins to hurt those who wait for it.`

/** Makes topics, sources, a closed area, and the page; gives the page's topic and the ids of all topics. */
export async function makeSpace(by: Visitor): Promise<{ page: string; topics: string[] }> {
  await by.does('make-area', { name: 'Incidents' })
  for (let n = 0; n < SOURCES; n++) {
    const text = Array.from({ length: 40 }, (_, line) => sentence(n * 40 + line)).join('\n')
    await by.does('import-source', { name: sourceName(n), title: `Runbook ${n}`, text })
  }
  const topics: string[] = []
  for (let n = 0; n < TOPICS; n++) topics.push((await by.does('start-topic', { title: titleOf(n) })).topic.id)
  const { topic } = await by.does('import-page', { markdown: madePage() })
  return { page: topic.slug, topics }
}

const sourceName = (n: number) => `runbooks/runbook-${n}.md`

/** About 5 KB of Markdown with 8 links and 10 citations. */
function madePage(): string {
  const sections = Array.from({ length: SOURCES }, (_, n) => {
    const link = n < LINKS ? ` See [[${titleOf(n * 11)}]].` : ''
    const body = `${sentence(n)} ${sentence(n + 5)} **Never** all at once.${link} ^[${sourceName(n)}:${n + 1}-${n + 3}]`
    return `## ${titleOf(n + 40)}\n\n${body}\n\n- \`drain --pool edge-${n}\`, then wait\n- ${sentence(n + 20)}\n`
  })
  return `---\ntitle: How we keep the edge alive\nsummary: What to do when the edge bends.\ntags: [edge, on-call]\n---\n\n${sections.join('\n')}`
}

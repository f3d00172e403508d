import { pageOf } from '../../knowledge/index.ts'
import { proseOf } from '../../text/index.ts'
import { readPageText } from '../documents/index.ts'
import type { Form } from './export-files.ts'
import { textOfSource } from './files-of-area.ts'

/**
 * Exports for language models (llmstxt.org): a list of pages, each page as Markdown, and all in one
 * file.
 */
export const asLlms: Form = {
  page: async ({ tx, space }, { id, path, title }) => {
    const page = await pageOf(tx, space.id, id)
    if (!page) return []
    const body = proseOf(readPageText(page.markdown).body)
    const headed = /^\s*# /.test(body) ? body.trim() : `# ${title}\n\n${body.trim()}`
    return [
      { path, text: `${headed}\n` },
      { path: 'llms-full.txt', text: `${headed}\n\n---\n\n` },
    ]
  },
  source: async (here, source, exporting) => {
    const text = await textOfSource(here, source, exporting)
    return text === null ? [] : [{ path: source.path, text }]
  },
  end: ({ space, pages, files }) => {
    const listed = (path: string, title: string, says: string) =>
      `- [${title.replace(/[[\]]/g, '\\$&')}](${encodeURI(path)})${says ? `: ${says.replace(/\s+/g, ' ')}` : ''}`
    const sources = files.filter(({ kind }) => kind === 'source')
    const lines = [
      `# ${space}`,
      '',
      '> What a team knows: a page a topic, each paragraph with the source and line that say it.',
      '',
      'A mark like `^[runbook.md:3]` cites line 3 of `sources/runbook.md`. All pages in one file: [llms-full.txt](llms-full.txt).',
      '',
      '## Pages',
      '',
      ...pages.map(({ path, title, summary }) => listed(path, title, summary)),
      ...(sources.length > 0
        ? ['', '## Optional', '', ...sources.map(({ path, title }) => listed(path, title, ''))]
        : []),
    ]
    return [{ path: 'llms.txt', text: `${lines.join('\n')}\n` }]
  },
}

import { pageOf } from '../../knowledge/index.ts'
import { indexFile } from '../compile/index.ts'
import { baseToCarry } from './base-to-carry.ts'
import type { Form } from './export-files.ts'
import { textOfSource } from './files-of-area.ts'

/** The folder of the compiler's bases in a vault. */
const BASES = '.whorl/base/'

/**
 * Exports a vault in the page format, with the compiler's bases, so that edits stay people's
 * wherever it is imported.
 */
export const asVault: Form = {
  page: async (here, { id, path }, exporting) => {
    const page = await pageOf(here.tx, here.space.id, id)
    if (!page) return []
    const base = baseToCarry(page.base, (name) => exporting.source(name)?.told === false)
    const [text, carried] = [page.markdown, base].map(exporting.written) as [string, string]
    return [{ path, text }, ...(base ? [{ path: BASES + path, text: carried }] : [])]
  },
  source: async (here, source, exporting) => {
    const text = await textOfSource(here, source, exporting)
    return text === null ? [] : [{ path: source.path, text }]
  },
  end: ({ pages }) => [
    indexFile([...pages]),
    { path: '.whorl/vault.json', text: `${JSON.stringify({ madeBy: 'whorl export', bases: {} })}\n` },
  ],
}

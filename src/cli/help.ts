import { z } from 'zod'
import type { Act } from '../ba/index.ts'

/** The help text: the operator's commands, then every act with its sentence. */
export function help(acts: readonly Act[]): string {
  const width = Math.max(...acts.map(({ name }) => name.length)) + 2
  const row = (name: string, says: string) => `  ${name.padEnd(width)}${says}`
  return [
    'Usage: npx whorl [command] [--space SLUG] [--field VALUE …]',
    '',
    'For whoever runs Whorl:',
    row('serve', 'Opens Whorl; the same as npm start, without building the pages.'),
    row('backup', 'Backs everything up into a new FILE, also while it runs.'),
    row('restore', 'Restores from a FILE that backup made; the server must be stopped.'),
    row(
      'recount',
      'Counts all figures anew, or with --check only says whether they are right; the server must be stopped.',
    ),
    row(
      'scan',
      'Scans a folder of documents, a chat export, or a zip of either, once: five findings worth forwarding, and its pages with --out DIR.',
    ),
    row(
      'check',
      'Checks a folder of pages: what to mend, as text, --json or --sarif for CI; --mend does what is safe.',
    ),
    row(
      'bring',
      'Brings documents (Markdown, text, HTML, PDF, Word) and addresses in as sources: bring FILE-OR-ADDRESS … [--area SLUG] [--replaces SOURCE].',
    ),
    row('import', 'Imports a vault, a folder of documents, or a zip of either: FOLDER or FILE.zip; see docs/sync.md.'),
    row('export', 'Gives an area out into a FOLDER or FILE.zip: --as vault, site, json or llms.'),
    row('sync', 'Keeps a FOLDER and a space in step both ways, while it runs or --once.'),
    row('mcp', 'Speaks with an agent by standard input and output (Model Context Protocol); see docs/mcp.md.'),
    row('help', 'Says this.'),
    '',
    'Acts, done as the owner of the data folder; --json - takes the whole input as JSON from standard input:',
    // `scan` is a command of its own here.
    ...acts.filter(({ name }) => name !== 'scan').map(({ name, says }) => row(name, says)),
    '',
    'A list is printed whole; with --after or --most one page of it, and `next` says what to send as --after to go on.',
    'npx whorl ACT --help lists an act’s fields.',
  ].join('\n')
}

/** The help of one act: its sentence and its fields. */
export function actHelp(act: Act): string {
  const schema = z.toJSONSchema(act.input, { io: 'input' })
  const required = (schema.required ?? []) as string[]
  const fields = Object.entries((schema.properties ?? {}) as Record<string, { type?: string; enum?: string[] }>).map(
    ([name, { type, enum: values }]) =>
      `  --${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).padEnd(16)}${values?.join(' | ') ?? type ?? 'value'}${required.includes(name) ? '' : ' (may be left out)'}`,
  )
  return [
    act.says,
    '',
    `Usage: npx whorl ${act.name} ${act.scope === 'space' ? '[--space SLUG] ' : ''}[--field VALUE …]`,
    ...fields,
  ].join('\n')
}

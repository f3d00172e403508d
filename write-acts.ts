/**
 * Writes docs/acts.md, and what the pages know of acts, from the one list of acts (`npm run acts`); the docs test fails
 * when they are not up to date.
 */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { acts } from './src/acts.ts'

type Field = {
  type?: string
  enum?: string[]
  anyOf?: { type?: string }[]
  items?: Field
  default?: unknown
  format?: string
}

/** The page that lists every act, its fields, and who may. */
export function actsPage(): string {
  return [
    '# Acts',
    '',
    'Everything a person, a script or an agent can do, made from the acts themselves: `npm run acts` writes this page.',
    '',
    'Send an act by `POST /api/<space>/<act>` with a JSON body, one that reads also by `GET` with a query; acts of the house by `/api/house/<act>`. On the',
    'command line it is `npx whorl <act> --field value`. An act that writes takes a `key` besides: the same key again gives the first outcome. `/api/openapi.json`',
    'says the same in OpenAPI 3.1, with what each gives back.',
    '',
    'A refusal is `{"error": {"refusal", "field", "problem", "remedy"}}`: `absent` (404), `unfit` (400), `not-yours` (403; 401 when nobody is signed in), `clash` (409),',
    '`too-many` (429), `unavailable` (503: the store is not there; try again). A topic is named by its id, its slug, or `area/slug`.',
    '',
    'Whatever can grow is given a page at a time, in an order that stays: `most` rows (at most 200, fewer where they are large), and `next`, to be sent as `after`',
    'for the page behind. Long texts, sources and files come in parts in the same way, to be put together as they come. `next` is null at the end, and nothing but a',
    'place in this one list: what is added or taken away meanwhile makes no row come twice or not at all. No answer is over 256 KB. The command line reads to the end by',
    'itself, unless `--after` or `--most` is given.',
    '',
    '| act | what it does | who may | fields |',
    '| --- | --- | --- | --- |',
    ...acts.map(
      (act) =>
        `| \`${act.name}\`${act.reads ? '' : ' ✎'} | ${asWords(act.says)} | ${act.scope === 'house' ? 'anybody signed in' : act.may} | ${fieldsOf(act.input)} |`,
    ),
    '',
    '✎ writes: it is kept in the journal.',
    '',
    `Agents have these as [tools](mcp.md): ${toolNames()}.`,
    '',
  ].join('\n')
}

/** Marks that a sentence speaks of are shown, not followed. */
const asWords = (says: string) => says.replace(/\^?\[\[?[^\]\n]+\]\]?/g, '`$&`')

const toolNames = () => acts.flatMap(({ name, tool }) => (tool ? [`\`${name}\``] : [])).join(', ')

function fieldsOf(input: z.ZodObject): string {
  const schema = z.toJSONSchema(input, { io: 'input' })
  const required = (schema.required ?? []) as string[]
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Field>)
  return (
    fields.map(([name, field]) => `\`${name}${required.includes(name) ? '' : '?'}\` ${kindOf(field)}`).join(', ') || '–'
  )
}

function kindOf(field: Field): string {
  if (field.enum) return field.enum.join(' / ')
  if (field.type === 'array') return `list of ${field.items?.type === 'object' ? 'objects' : 'texts'}`
  if (field.format === 'date') return 'day'
  const kinds = field.type ? [field.type] : (field.anyOf ?? []).map(({ type }) => type ?? '')
  return kinds
    .map((kind) => ({ string: 'text', integer: 'number', boolean: 'yes or no', null: 'nothing' })[kind] ?? kind)
    .join(' or ')
}

/** The nouns that each reading act shows, as JSON for the pages: `"list-areas": "area, member"`. */
export function actsShow(): string {
  const shows = acts.flatMap((act) => (act.shows ? [[act.name, act.shows.join(', ')] as const] : []))
  return `${JSON.stringify(Object.fromEntries(shows), null, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(new URL('docs/acts.md', import.meta.url), actsPage())
  writeFileSync(new URL('src/web/shows.json', import.meta.url), actsShow())
}

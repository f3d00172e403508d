import { type HereIAm, OPEN } from '../../ba/index.ts'
import { byVoice, citationsOf, claimsOfTopic, pageOf } from '../../knowledge/index.ts'
import { broughtFrom } from '../pages/index.ts'
import type { Form } from './export-files.ts'
import type { Exporting } from './exporting.ts'
import { type PageFile, type SourceFile, textOfSource } from './files-of-area.ts'

/**
 * Exports one JSON file per page (links, citations, confirmed claims) and per source, and an index.
 */
export const asJson: Form = {
  page: async (here, page, exporting) => {
    const text = await pageAsJson(here, page, exporting)
    return text ? [{ path: jsonPath(page), text: json(text) }] : []
  },
  source: async (here, source, exporting) => {
    const text = await textOfSource(here, source, exporting)
    const { name, title } = source
    return text === null ? [] : [{ path: jsonPath(source), text: json({ name, title, text }) }]
  },
  end: ({ space, area, files }) => [
    {
      path: 'index.json',
      text: json({
        space,
        area: area.slug,
        files: files.map((file) => ({ kind: file.kind, title: file.title, path: jsonPath(file) })),
      }),
    },
  ],
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
/** A source keeps its extension: `run` and `run.md` are two files. */
const jsonPath = (file: PageFile | SourceFile) => `${file.kind === 'page' ? `pages/${file.address}` : file.path}.json`

async function pageAsJson(here: HereIAm, file: PageFile, exporting: Exporting) {
  const { tx, space } = here
  const { id, slug, title } = file
  const page = await pageOf(tx, space.id, id)
  if (!page) return null
  const claims = await claimsOfTopic(tx, space.id, id)
  const citations = await citationsOf(tx, space.id, id, exporting.area.id, OPEN)
  const targets = JSON.parse(page.targets) as string[]
  const brought = await broughtFrom(here, exporting.area.id, id, targets)
  return {
    slug,
    title,
    summary: page.summary,
    tags: JSON.parse(page.tags) as string[],
    updatedAt: page.updated_at,
    markdown: exporting.written(page.markdown),
    links: targets.map((target) => ({
      target,
      to: (exporting.pageOf(brought.get(target)?.id ?? '') ?? exporting.page(target, file))?.slug ?? null,
    })),
    citations: [...new Map(citations.map((one) => [one.n, one])).values()].map(({ name, from_line, to_line }) => ({
      source: name,
      fromLine: from_line,
      toLine: to_line,
      there: exporting.source(name) !== undefined,
    })),
    claims: claims.map((claim) => ({
      statement: claim.statement,
      words: claim.words,
      holdsWhen: claim.holds_when,
      kind: claim.kind,
      sayable: claim.sayable,
      voice: byVoice<object>(claim.voice, {
        person: ({ name }) => ({ person: name }),
        group: ({ name }) => ({ group: name }),
        document: ({ name }) => ({ document: name }),
      }),
      source: claim.sourceName,
      fromLine: claim.from_line,
      toLine: claim.to_line,
      confirmedAt: claim.confirmed_at,
    })),
  }
}

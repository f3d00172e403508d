import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act, Perform } from '../ba/index.ts'
import type { JobHandler } from '../ledger/index.ts'
import type { Store } from '../store/index.ts'

/** Whorl's own documents that the example imports as sources. */
const SOURCES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/model.md', 'docs/decisions/whorls.md']
/** The subjects of those documents, as topics. */
const TOPICS = [
  'Topic',
  'Question',
  'Source',
  'Claim',
  'Page',
  'Evidence',
  'Whorl',
  'Conversion',
  'Journal',
  'Act',
  'Area',
]

type Acts = Record<'import-source' | 'import-page' | 'start-topic' | 'recompile', Act>

/**
 * Fills an example space act by act. Each act has an idempotency key, so that a killed job
 * continues without repeating anything.
 */
export function fillExample(store: Store, perform: Perform, acts: Acts, root: string): JobHandler {
  return async (job, finish) => {
    const by = { id: job.subject, name: '' }
    const does = (act: keyof Acts, key: string, input: Record<string, unknown>) =>
      perform({ act: acts[act], space: job.slug, by, door: 'whorl', key: `example ${key}`, input })
    for (const name of SOURCES) {
      const text = await readFile(join(root, name), 'utf8')
      const title = /^# (.+)$/m.exec(text)?.[1] ?? name
      await does('import-source', name, { name: name.replaceAll('/', '-'), title, text, origin: name })
    }
    await does('import-page', 'seci-model.md', {
      markdown: await readFile(join(root, 'examples/seci-model.md'), 'utf8'),
    })
    for (const title of TOPICS) {
      await does('start-topic', `topic ${title}`, { title })
      await does('recompile', `compile ${title}`, { topic: title })
    }
    await store.write(finish)
  }
}

import type { Costly } from '../../ba/index.ts'
import { remembering } from '../../search/index.ts'
import { costOfReading } from '../../text/index.ts'
import { keyPhraseReader, type Spoken, spokenIn } from '../compose/index.ts'
import { parseDocument } from '../documents/index.ts'

/** The most characters of a source that are read, and of the sample that stands for its area. */
export const MOST_READ = 400_000
const MOST_PHRASES = 10

/** A source as it is read. */
interface ToRead {
  name: string
  title: string
  text: string
}

/** Costly work: finds the passages of sources; `sample` is the JSON of texts for word statistics. */
export const readingSources: Costly<{ sample: string; sources: readonly ToRead[] }, Spoken[][]> = {
  name: 'reading sources',
  size: ({ sample, sources }) => costOfReading(sample, ...sources.map(({ text }) => text)),
  work: ({ sample, sources }) => {
    const phrasesOf = readerFor(sample)
    return sources.map((source) => spokenInSource(source, phrasesOf))
  },
}

/** Cached, since an area's sources are read some at a time. */
const readerFor = remembering((sample) => keyPhraseReader(JSON.parse(sample)), 2 * MOST_READ)

function spokenInSource({ name, title, text }: ToRead, phrasesOf: ReturnType<typeof readerFor>): Spoken[] {
  const document = parseDocument(name, text.slice(0, MOST_READ))
  const phrases = phrasesOf(document.lines.join('\n'), MOST_PHRASES).map(({ words }) => words)
  return spokenIn(document, phrases, { titles: title === name ? [] : [title] })
}

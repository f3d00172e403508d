/** The readers that are fuzzed, and how one input of one of them is tried. */
import { chanceOf } from './chance.ts'
import { docx, pdf, pptx, xlsx, zip } from './files.ts'
import { html } from './html.ts'
import { Broken, type Fuzzed, type Outcome } from './law.ts'
import { blocks, citations, front, links } from './pages.ts'
import { search } from './search.ts'
import { gitLog, slack } from './told.ts'

/** Readers of text, of which there are many inputs. */
export const ofText = [front, blocks, links, citations, html, search, slack, gitLog] as Fuzzed<unknown>[]
/** Readers of files, each of which takes longer. */
export const ofFiles = [pdf, docx, xlsx, pptx, zip] as Fuzzed<unknown>[]

/** What became of one input, with the milliseconds of processor time that it took. */
export interface Tried {
  outcome: Outcome | 'crash' | 'broken law'
  ms: number
  /** What was thrown. */
  fault?: string
  input?: unknown
}

/** Makes input `n` of a reader by a seed, reads it, and checks the reader's laws. */
export async function tried(reader: Fuzzed<unknown>, seed: string, n: number): Promise<Tried> {
  const input = reader.make(chanceOf(`${seed} ${reader.name} ${n}`))
  const began = process.threadCpuUsage()
  const ms = () => {
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / 1000
  }
  try {
    const outcome = await reader.read(input)
    return { outcome, ms: ms() }
  } catch (error) {
    const outcome = error instanceof Broken ? 'broken law' : 'crash'
    const fault = error instanceof Broken ? error.message : ((error as Error)?.stack ?? String(error))
    return { outcome, ms: ms(), fault, input }
  }
}

import { Refusal } from '../ba/index.ts'

/** Rewrites a refusal to the tool's field names, where these differ from the act's. */
export async function inWordsOf<T>(work: Promise<T>, name: (field: string) => string): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === null) throw error
    throw new Refusal(error.kind, { field: name(error.field), problem: error.problem, remedy: error.remedy })
  }
}

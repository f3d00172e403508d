import type { Tx } from '../store/index.ts'

/** How much more of something there is since a write; less where it is negative. */
export interface Growth {
  space: string
  /** Whose it is; null where nobody's, as what was put together by itself. */
  person: string | null
  bytes?: number
  sources?: number
  topics?: number
  /** Jobs that the person wished for. */
  jobs?: number
  /** Spaces that the person made. */
  spaces?: number
}

const growths = new WeakMap<Tx, Growth[]>()

/**
 * Notes within a transaction that something grew or shrank. It is added to what is kept, and held
 * against the bounds, when the transaction ends (`counting-store.ts`).
 */
export function grew(tx: Tx, growth: Growth): void {
  const noted = growths.get(tx)
  if (noted) noted.push(growth)
  else growths.set(tx, [growth])
}

/** What grew in a transaction. */
export const growthIn = (tx: Tx): readonly Growth[] => growths.get(tx) ?? []

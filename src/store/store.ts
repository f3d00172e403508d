import type { Kysely } from 'kysely'
import type { Statement } from './statement.ts'
import type { Tables } from './tables/index.ts'

/** Where a store is: one file, or a PostgreSQL address. */
export type Place = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/** One transaction: statements of fixed shape by `all`, `first` and `run`, anything else by `db`. */
export interface Tx {
  /** Which engine it speaks to: for the few row files that say something in its own words. */
  readonly kind: Place['kind']
  readonly db: Kysely<Tables>
  /** Every row the statement gives. */
  all<P, R>(statement: Statement<P, R>, parameters: P): Promise<R[]>
  /** The first row the statement gives, or undefined. */
  first<P, R>(statement: Statement<P, R>, parameters: P): Promise<R | undefined>
  /** Runs a statement that writes, and says how many rows it touched. */
  run<P, R>(statement: Statement<P, R>, parameters: P): Promise<number>
}

/** A store that is open: transactions that read and that write, and a plain Kysely for libraries. */
export interface Store {
  readonly kind: Place['kind']
  readonly place: Place
  /** Kysely outside any transaction of ours, one statement at a time: for sign-in's library. */
  readonly db: Kysely<Tables>
  /** Runs work that only reads, on one snapshot. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs work in one transaction, serialisable, durable when this resolves; may run `work` again on a conflict. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

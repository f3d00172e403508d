import type { Kysely } from 'kysely'
import type { Statement } from './statement.ts'
import type { Tables } from './tables/index.ts'

/** The place of a store: a file, or a PostgreSQL address. */
export type Place = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/**
 * A transaction: `all`, `first` and `run` execute statements of fixed shape, `db` anything else.
 */
export interface Tx {
  /** The engine, for the few row files that use its own SQL. */
  readonly kind: Place['kind']
  readonly db: Kysely<Tables>
  /** Every row of the result. */
  all<P, R>(statement: Statement<P, R>, parameters: P): Promise<R[]>
  /** The first row of the result, or undefined. */
  first<P, R>(statement: Statement<P, R>, parameters: P): Promise<R | undefined>
  /** Runs a writing statement; returns the number of rows it changed. */
  run<P, R>(statement: Statement<P, R>, parameters: P): Promise<number>
}

/** An open store: read and write transactions, and a plain Kysely for libraries. */
export interface Store {
  readonly kind: Place['kind']
  readonly place: Place
  /** Kysely outside our transactions, one statement at a time: for the sign-in library. */
  readonly db: Kysely<Tables>
  /** Runs read-only work on one snapshot. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs work in one serialisable transaction, durable when the promise resolves; may run `work`
   * again on a conflict.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

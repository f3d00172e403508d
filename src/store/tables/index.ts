import type { BaTables } from './ba.ts'
import type { CombinationTables } from './combination.ts'
import type { ExternalisationTables } from './externalisation.ts'
import type { FoldersTables } from './folders.ts'
import type { InternalisationTables } from './internalisation.ts'
import type { KnowledgeTables } from './knowledge.ts'
import type { LedgerTables } from './ledger.ts'
import type { ModelTables } from './model.ts'
import type { SearchTables } from './search.ts'
import type { SocialisationTables } from './socialisation.ts'
import type { SpiralTables } from './spiral.ts'

/**
 * Every table and its columns as row files see them, one file per room; the SQL is in
 * `migrations/`.
 */
export interface Tables
  extends BaTables,
    CombinationTables,
    ExternalisationTables,
    FoldersTables,
    InternalisationTables,
    KnowledgeTables,
    LedgerTables,
    ModelTables,
    SearchTables,
    SocialisationTables,
    SpiralTables {}

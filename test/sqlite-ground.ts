/** Global set-up: makes the migrated SQLite file that tests' stores are copied from. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openStore } from '../src/store/index.ts'
import './ground.ts'

/** Called by Vitest before the first test on SQLite. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'whorl-sqlite-'))
  const template = join(folder, 'template.db')
  const store = await openStore({ kind: 'sqlite', file: template })
  await store.close()
  project.provide('ground', { kind: 'sqlite', template })
  return () => rmSync(folder, { recursive: true, force: true })
}

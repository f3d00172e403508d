import { type Here, onlyFor, peopleOf } from '../../ba/index.ts'
import { addInferred, inferredIn } from '../../spiral/index.ts'
import type { Tx } from '../../store/index.ts'
import type { ScanResult } from './scan-result.ts'
import type { Scan } from './scan-rows.ts'

const bare = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Records which findings are about members, matched by the name in the scanned documents. Such a
 * finding is shown to whoever ran the scan only once its member lets it be seen.
 */
export async function keepInferred({ tx, now, changed }: Here, scan: Scan, result: ScanResult): Promise<void> {
  const others = (await peopleOf(tx, scan.space_id)).filter(({ id }) => id !== scan.by_person)
  for (const [finding, { whom, line }] of result.findings.entries()) {
    for (const { id, name } of others) {
      if (whom === null || bare(name) !== bare(whom)) continue
      await addInferred(tx, { space_id: scan.space_id, turn_id: scan.id, finding, person_id: id, line, at: now })
      changed({ inferred: scan.id }, onlyFor(id))
    }
  }
}

/**
 * The findings of a scan as its person may see them; null for one that its member has not released.
 */
export async function findingsSeen(tx: Tx, scan: Scan, { findings }: Pick<ScanResult, 'findings'>) {
  const theirs = await inferredIn(tx, scan.space_id, scan.id)
  const hidden = new Set(theirs.filter(({ stands_at }) => stands_at === null).map(({ finding }) => finding))
  return findings.map((finding, n) => (hidden.has(n) ? null : finding))
}

import { type Here, onlyFor, peopleOf } from '../../ba/index.ts'
import { addInferred, inferredIn } from '../../spiral/index.ts'
import type { Tx } from '../../store/index.ts'
import type { Turn } from './scan-rows.ts'
import type { Turned } from './scanned.ts'

const bare = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * What a finding says about somebody here is theirs first: whoever brought it sees it once they let it be seen.
 * They are known by the name that stands in what was brought.
 */
export async function keepInferred({ tx, now, changed }: Here, turn: Turn, turned: Turned): Promise<void> {
  const others = (await peopleOf(tx, turn.space_id)).filter(({ id }) => id !== turn.by_person)
  for (const [finding, { whom, line }] of turned.findings.entries()) {
    for (const { id, name } of others) {
      if (whom === null || bare(name) !== bare(whom)) continue
      await addInferred(tx, { space_id: turn.space_id, turn_id: turn.id, finding, person_id: id, line, at: now })
      changed({ inferred: turn.id }, onlyFor(id))
    }
  }
}

/** A turn's findings as whoever brought it may see them; null stands for one that is somebody else's first. */
export async function findingsSeen(tx: Tx, turn: Turn, { findings }: Pick<Turned, 'findings'>) {
  const theirs = await inferredIn(tx, turn.space_id, turn.id)
  const hidden = new Set(theirs.filter(({ stands_at }) => stands_at === null).map(({ finding }) => finding))
  return findings.map((finding, n) => (hidden.has(n) ? null : finding))
}

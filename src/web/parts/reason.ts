import type { EvidenceKind, Person } from '../contract.ts'
import { shortDay } from '../messages/messages.ts'
import { t } from '../messages/more.ts'

/** Why somebody may know, with its day: "did it, 4 May, with Ben". */
export function reason({ kind, at, with: other }: { kind: EvidenceKind; at: string; with: Person | null }): string {
  return t.evidence[kind](shortDay(at), other?.name)
}

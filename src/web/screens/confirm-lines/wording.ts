import type { Claim, ClaimKind, Sayable } from '../../contract.ts'
import { keep, readJson } from '../../parts/use-draft.ts'

/** How a line is worded while its speaker checks it. */
export type Wording = { statement: string; holdsWhen: string; kind: ClaimKind; sayable: Sayable; left: boolean }

/** A line with its draft on this device, if any. */
export function wordingWithDraft(claim: Claim): Wording {
  const { statement, holdsWhen, kind, sayable } = claim
  const confirmed = { statement, holdsWhen: holdsWhen ?? '', kind, sayable, left: false }
  return { ...confirmed, ...readJson<Partial<Wording>>(draftKey(claim)) }
}

/** The changed fields of a wording, as the act's input; undefined if nothing changed. */
export function changesOf(claim: Claim, wording: Wording) {
  const holdsWhen = wording.holdsWhen.trim() || null
  const { statement, kind, sayable } = wording
  const same =
    statement.trim() === claim.statement &&
    holdsWhen === claim.holdsWhen &&
    kind === claim.kind &&
    sayable === claim.sayable
  return same ? undefined : { statement: statement.trim(), holdsWhen, kind, sayable }
}

/** Stores a wording as a draft on this device. */
export function storeDraft(claim: Claim, wording: Wording): void {
  keep(draftKey(claim), JSON.stringify(wording))
}

/** Deletes a line's draft. */
export function forgetDraft(claim: Claim): void {
  keep(draftKey(claim), undefined)
}

const draftKey = (claim: Claim) => `line/${claim.id}/${claim.version}`

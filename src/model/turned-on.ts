import type { OfferedModel } from '../ba/index.ts'
import type { Tx } from '../store/index.ts'
import { modelUses } from './model-rows.ts'

/**
 * Whether the configured model is the one that was turned on; another name or host needs a new
 * consent.
 */
export const isOffered = (use: { name: string; place: string }, offered: OfferedModel | null | undefined): boolean =>
  use.name === offered?.name && use.place === offered.where

/**
 * Whether an area's content may be sent to the configured model: only after an owner turned it on.
 */
export const isTurnedOn = async (tx: Tx, space: string, area: string, offered: OfferedModel | null | undefined) =>
  (await modelUses(tx, space)).some((use) => use.area_id === area && isOffered(use, offered))

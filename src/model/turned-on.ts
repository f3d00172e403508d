import type { OfferedModel } from '../ba/index.ts'
import type { Tx } from '../store/index.ts'
import { modelUses } from './model-rows.ts'

/** Whether the model that there is now is the one that was turned on: another name or host has to be agreed to anew. */
export const isOffered = (use: { name: string; place: string }, offered: OfferedModel | null | undefined): boolean =>
  use.name === offered?.name && use.place === offered.where

/** Whether what an area holds may be sent to the model that there is. It may not until an owner turns it on. */
export const isTurnedOn = async (tx: Tx, space: string, area: string, offered: OfferedModel | null | undefined) =>
  (await modelUses(tx, space)).some((use) => use.area_id === area && isOffered(use, offered))

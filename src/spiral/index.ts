import type { Reaction } from '../ledger/index.ts'
import { reactions as betweenModes } from './becomes/index.ts'
import { conversionsBecomeFigures } from './whorls/index.ts'

export {
  addInferred,
  allFindings,
  askedTwiceFindings,
  dayOf,
  type Finding,
  fiveFindings,
  heldByOneFindings,
  inferredIn,
  letBeSeen,
  listInferred,
  suggestTopics,
} from './findings/index.ts'
export { dismiss, listProposals, today } from './today/index.ts'
export { lineage, recount, strikeConversion, theWhole, topicSpiral } from './whorls/index.ts'

/** All reactions in the order in which they run; counting comes last. */
export const reactions: Reaction[] = [...betweenModes, conversionsBecomeFigures]

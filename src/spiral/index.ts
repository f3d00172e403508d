export { reactions } from './becomes/index.ts'
export {
  addInferred,
  allFindings,
  askedTwiceFindings,
  type Finding,
  fiveFindings,
  heldByOneFindings,
  inferredIn,
  letBeSeen,
  listInferred,
  suggestTopics,
} from './findings/index.ts'
export { dismiss, listProposals, today } from './today/index.ts'
export { lineage, theWhole, topicSpiral } from './whorls/index.ts'

export { dismiss } from './dismiss.ts'
export { listProposals } from './list-proposals.ts'
export { today } from './today.ts'

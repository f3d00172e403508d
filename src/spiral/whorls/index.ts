export { lineage } from './lineage.ts'
export { theWhole } from './the-whole.ts'
export { topicSpiral } from './topic-spiral.ts'

export { accepting } from './accept-proposal.ts'
export { collectingAtRest } from './collect-at-rest.ts'
export {
  alsoAbout,
  type Before,
  byPlace,
  type Converted,
  causesOf,
  causesOn,
  conversionsById,
  conversionsOn,
  keepStrike,
  lastOn,
  newestOn,
  partsOf,
  recordedBetween,
  takenPartIn,
  topicsOf,
} from './conversion-rows.ts'
export { declineProposal } from './decline-proposal.ts'
export { recordAs } from './entry.ts'
export { failedJobsAfter, type Job, openJobsOn, retryJob, spaceOf, wishJob } from './job-rows.ts'
export { type JobHandler, openJobs } from './jobs.ts'
export { forgetOldJournal } from './journal-rows.ts'
export { openFeed } from './live.ts'
export { type Moment, openPerform } from './perform.ts'
export { type Asked, openApart } from './perform-apart.ts'
export { openPreparing, preparedBy, type ToPrepare } from './prepare-apart.ts'
export { type Proposal, proposalsFor } from './proposal-rows.ts'
export { proposing } from './propose.ts'
export type { Reaction } from './reaction.ts'
export { cursorOf, parkedAfter, retryParked } from './reaction-rows.ts'
export { openReactions } from './reactions.ts'
export { sayParked } from './say-parked.ts'
export { answerInThread, TookTooLong } from './thread.ts'
export { prepareNow, withPrepared } from './with-prepared.ts'
export { openWorkers } from './worker-pool.ts'

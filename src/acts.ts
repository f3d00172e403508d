import {
  changeRole,
  createSpace,
  invite,
  letIn,
  listAreas,
  listInference,
  listPeople,
  listSpaces,
  makeArea,
  turnOffInference,
  turnOnInference,
} from './ba/index.ts'
import {
  editPage,
  importPage,
  importSource,
  listSources,
  readPage,
  readPageMarkdown,
  readSource,
  recompile,
} from './combination/index.ts'
import {
  agreeToRelease,
  answer,
  confirmClaims,
  correctClaim,
  myClaims,
  release,
  withdrawClaim,
} from './externalisation/index.ts'
import { listParked, retryParkedAct, showExample } from './house/index.ts'
import { didIt, listExercises, recall, restExercise, reveal, witness } from './internalisation/index.ts'
import { letStand, listClaims, listTopics, myRecord, startTopic, takeBack } from './knowledge/index.ts'
import { fetchFound, search } from './search/index.ts'
import {
  ask,
  askAlso,
  callOff,
  decline,
  listQuestions,
  offerShowing,
  passOn,
  sayShown,
  snooze,
  whoKnows,
} from './socialisation/index.ts'
import {
  beginTurn,
  dismiss,
  forgetTurn,
  lineage,
  listTurns,
  readTurn,
  sendPart,
  takeUp,
  theWhole,
  today,
  topicSpiral,
  turn,
} from './spiral/index.ts'

/** Everything a person, a script or an agent can do, in the order in which the documents list it. */
export const acts = [
  // who and where
  listSpaces,
  createSpace,
  showExample,
  listPeople,
  invite,
  changeRole,
  listAreas,
  makeArea,
  letIn,
  listInference,
  turnOnInference,
  turnOffInference,
  // today
  today,
  dismiss,
  // what do you have?
  beginTurn,
  sendPart,
  turn,
  readTurn,
  listTurns,
  takeUp,
  forgetTurn,
  // finding
  search,
  fetchFound,
  // topics and questions
  listTopics,
  startTopic,
  listQuestions,
  // head to head
  whoKnows,
  ask,
  askAlso,
  passOn,
  decline,
  snooze,
  offerShowing,
  sayShown,
  callOff,
  // head to words
  answer,
  myClaims,
  correctClaim,
  confirmClaims,
  withdrawClaim,
  listClaims,
  release,
  agreeToRelease,
  // words to words
  readPage,
  readPageMarkdown,
  editPage,
  recompile,
  importPage,
  importSource,
  listSources,
  readSource,
  // words to head
  listExercises,
  reveal,
  recall,
  restExercise,
  didIt,
  witness,
  myRecord,
  letStand,
  takeBack,
  // the whole
  topicSpiral,
  lineage,
  theWhole,
  // the house
  listParked,
  retryParkedAct,
] as const

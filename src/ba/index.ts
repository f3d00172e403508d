export {
  type Act,
  type AtTheDoor,
  type Call,
  type Caller,
  type Cause,
  type CauseKind,
  type Conversion,
  type Entry,
  type Here,
  type HereIAm,
  type How,
  houseAct,
  hows,
  type Kept,
  type Mode,
  type NewId,
  type OfferedModel,
  type Perform,
  type Person,
  readingAct,
  type Session,
  writingAct,
} from './act.ts'
export type { Agent } from './agent-key.ts'
export { areaNamed, colleague, ownAndOpen, shownArea } from './area.ts'
export { type Area, areasSeen, OPEN } from './area-rows.ts'
export { ADDRESS_HEADER, type Hashing } from './better-auth.ts'
export { BOUNDS, type Bounds, boundsSaid } from './bounds.ts'
export { changeHouseRole } from './change-house-role.ts'
export { changeRole } from './change-role.ts'
export { communityById, communityPeople } from './community-rows.ts'
export { countingStore } from './counting-store.ts'
export { createSpace } from './create-space.ts'
export { endAgentKey } from './end-agent-key.ts'
export { folded } from './folded.ts'
export { formCommunity, LEAST_TOGETHER } from './form-community.ts'
export { actNamed, inFormerWords, inPresentWords } from './former-name.ts'
export { grew } from './growth.ts'
export { founderOf } from './house-role-rows.ts'
export { infers, readOf } from './inference.ts'
export { inferenceOn } from './inference-rows.ts'
export { isIntricateJson, tooIntricate } from './intricate-json.ts'
export { makeFounding } from './invitation.ts'
export { anybodyHere } from './invitation-rows.ts'
export { invite } from './invite.ts'
export { letIn } from './let-in.ts'
export { listAgentKeys } from './list-agent-keys.ts'
export { listAreas } from './list-areas.ts'
export { listCommunities } from './list-communities.ts'
export { listHouse } from './list-house.ts'
export { listInference } from './list-inference.ts'
export { listPeople } from './list-people.ts'
export { listSpaces } from './list-spaces.ts'
export type { Hearer, Hearing, Live, News } from './live.ts'
export { makeAgentKey } from './make-agent-key.ts'
export { makeArea } from './make-area.ts'
export {
  type Change,
  type Changed,
  inArea,
  listed,
  type Noun,
  onlyFor,
  together,
} from './noun.ts'
export {
  byPage,
  cursorAt,
  DOWNWARDS,
  next,
  pageOfList,
  pageRows,
  readCursor,
  rowsAfter,
  UPWARDS,
} from './page-of-list.ts'
export { byPart, partOfText, partWithAll, textInParts } from './part-of-text.ts'
export {
  type Costly,
  type CostlyWork,
  type Need,
  type Outcome,
  outcomeOf,
  type Prepare,
  type Prepared,
  Unprepared,
} from './prepared.ts'
export { absent, clash, notYours, orAbsent, Refusal, type RefusalKind, refusalOf, tooMany, unfit } from './refusal.ts'
export { openRequests, type Requests } from './requests.ts'
export { type Role, reaches, roles } from './role.ts'
export { isRouted } from './routed.ts'
export { entry, openSignIn, type SignIn } from './sign-in.ts'
export { freeSlug, looseSlug, slugOf } from './slug.ts'
export { makeSpace } from './space.ts'
export {
  allSpaces,
  exampleOf,
  firstOwner,
  memberOf,
  namesOfPeople,
  ownersOf,
  peopleOf,
  spaceForOwner,
  spaceForPerson,
  takeSeq,
} from './space-rows.ts'
export { forgetOldTries } from './tries-rows.ts'
export { trimTrailing } from './trim-trailing.ts'
export { turnOffInference } from './turn-off-inference.ts'
export { turnOnInference } from './turn-on-inference.ts'
export { areaName, canBeKept, day, id, line, person, personOf, text } from './words.ts'
export {
  beginOf,
  dayIn,
  daysAfter,
  isToCome,
  morningOf,
  onTheClock,
  todayOf,
  zoneSaid,
} from './zone.ts'

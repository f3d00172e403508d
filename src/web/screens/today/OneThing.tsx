import type { Thing } from '../../contract.ts'
import { ProposalCard } from '../../parts/Proposal.tsx'
import { AskedThing } from './AskedThing.tsx'
import { DifferThing } from './DifferThing.tsx'
import { GapThing } from './GapThing.tsx'
import { InferredThing } from './InferredThing.tsx'
import { KeepThing, ReviewThing } from './KeepingThings.tsx'
import { ShownThing, WitnessThing } from './MeetingThings.tsx'
import { FoundThing, MissingThing } from './MissingThings.tsx'
import { ModelHereThing } from './ModelHereThing.tsx'
import { AnsweredThing, CheckThing, RecallThing, TryThing } from './OwnThings.tsx'
import { ReadHereThing } from './ReadHereThing.tsx'
import { ReleaseThing } from './ReleaseThing.tsx'

/** One item on Today, by its kind. */
export function OneThing({ thing }: { thing: Thing }) {
  switch (thing.kind) {
    case 'read-here':
      return <ReadHereThing thing={thing} />
    case 'model-here':
      return <ModelHereThing thing={thing} />
    case 'asked':
      return <AskedThing thing={thing} />
    case 'inferred':
      return <InferredThing thing={thing} />
    case 'release':
      return <ReleaseThing thing={thing} />
    case 'differ':
      return <DifferThing thing={thing} />
    case 'keep':
      return <KeepThing thing={thing} />
    case 'review':
      return <ReviewThing thing={thing} />
    case 'gap':
      return <GapThing thing={thing} />
    case 'missing':
      return <MissingThing thing={thing} />
    case 'found':
      return <FoundThing thing={thing} />
    case 'shown':
      return <ShownThing thing={thing} />
    case 'check':
      return <CheckThing thing={thing} />
    case 'witness':
      return <WitnessThing thing={thing} />
    case 'proposed':
      return <ProposalCard proposal={thing.proposal} />
    case 'answered':
      return <AnsweredThing thing={thing} />
    case 'recall':
      return <RecallThing thing={thing} />
    case 'try':
      return <TryThing thing={thing} />
  }
}

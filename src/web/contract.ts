import type { z } from 'zod'
import type { acts } from '../acts.ts'

type Act = (typeof acts)[number]

/** The name of an act: `'ask'`. */
export type ActName = Act['name']
/** The input of an act: `In<'ask'>`. */
export type In<A extends ActName> = z.input<Extract<Act, { name: A }>['input']>
/** The output of an act: `Out<'ask'>`. */
export type Out<A extends ActName> = z.output<Extract<Act, { name: A }>['output']>

/** Types of things in acts' outputs, named once for the screens. */
export type Topic = Out<'read-page'>['topic']
export type Citation = Out<'read-page'>['citations'][number]
export type Claim = Out<'lineage'>['claim']
export type ClaimKind = Claim['kind']
export type Sayable = Claim['sayable']
export type Voice = Claim['voice']
export type Person = Extract<Voice, { person: unknown }>['person']
export type Suggestion = Out<'suggest-topics'>['suggestions'][number]
export type Thing = Out<'today'>['things'][number]
export type Proposal = Out<'list-proposals'>['proposals'][number]
export type Question = Out<'list-questions'>['questions'][number]
export type Story = Out<'read-story'>['story']
export type Family = Story['probes'][number]['family']
export type Puzzle = Out<'list-puzzles'>['puzzles'][number]
export type Exercise = Out<'list-exercises'>['exercises'][number]
export type Reason = Out<'who-knows'>['people'][number]['reasons'][number]
export type EvidenceKind = Reason['kind']
export type Help = NonNullable<Reason['help']>
export type Fact = Out<'lineage'>['forward'][number]
export type Conversion = Out<'topic-spiral'>['conversions'][number]
export type Mode = Conversion['mode']
export type Role = Out<'list-spaces'>['spaces'][number]['role']
export type Finding = NonNullable<NonNullable<Out<'read-scan'>['scan']['result']>['findings'][number]>
export type ProblemKind = Out<'check-pages'>['kinds'][number]['kind']
export type Problem = Out<'check-pages'>['kinds'][number]['problems'][number]

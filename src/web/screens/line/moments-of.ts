import type { EvidenceKind, Fact, Help, Mode, Out, Person, Topic, Voice } from '../../contract.ts'
import { todayHere } from '../../messages/messages.ts'
import { speakerIn } from '../../parts/voice.ts'

/** One moment of a line's way; for evidence, `at` is when it was observed. */
export type Moment = { at: string; mode: Mode } & (
  | { kind: 'asked'; asker: Person | null; words: string; bySpeaker: boolean }
  | { kind: 'shown'; by: Person; to: Person }
  | { kind: 'said'; by: Voice; words: string }
  | { kind: 'page'; topic: Topic }
  | { kind: EvidenceKind; who: Person; with: Person | null; help: Help | null; earlier: boolean }
)

/**
 * Lists the moments of a line in order: asked, shown, said, on the page, remembered, seen doing.
 */
export function momentsOf(lineage: Out<'lineage'>): Moment[] {
  const { claim, question, answeredAt, shown, pages, forward } = lineage
  const speaker = speakerIn(claim.voice)
  const moments: Moment[] = [
    ...(question
      ? [
          moment('asked', 'socialisation', question.askedAt, {
            asker: question.askedBy,
            words: question.words,
            bySpeaker: question.askedBy !== null && question.askedBy.id === speaker?.id,
          }),
        ]
      : []),
    ...shown.map(({ by, to, at }) => moment('shown', 'socialisation', at, { by, to })),
    moment('said', 'externalisation', answeredAt, { by: claim.voice, words: claim.words }),
    ...pages.map(({ topic, at }) => moment('page', 'combination', at, { topic })),
    ...forward.filter((fact) => !isSaying(fact, speaker?.id)).map(factMoment),
  ]
  return moments.sort(byTime)
}

/** Evidence about the topic as a whole, in order of time. */
export const momentsOfFacts = (facts: readonly Fact[]) => facts.map(factMoment).sort(byTime)

/** The speaker's own explaining is the moment of saying. */
const isSaying = ({ kind, person }: Fact, speaker: string | undefined) => kind === 'explained' && person.id === speaker

const factMoment = ({ person, kind, at, with: other, help, earlier }: Fact) => ({
  kind,
  at,
  mode: modeOf(kind, help),
  who: person,
  with: other,
  help,
  earlier,
})

const byTime = (a: Moment, b: Moment) =>
  dayOf(a).localeCompare(dayOf(b)) || order.indexOf(a.kind) - order.indexOf(b.kind)

/** Some moments have a day only; within a day, moments follow the order of the spiral. */
const order: Moment['kind'][] = ['asked', 'shown', 'said', 'page', 'remembers', 'chose', 'explained', 'did']
const dayOf = ({ at }: Moment) => (at.length === 10 ? at : todayHere(new Date(at)))

function modeOf(kind: EvidenceKind, help: Help | null): Mode {
  if (help === 'watched') return 'socialisation'
  return kind === 'explained' ? 'externalisation' : 'internalisation'
}

type Of<K extends Moment['kind']> = Omit<Extract<Moment, { kind: K }>, 'kind' | 'mode' | 'at'>

function moment<K extends Moment['kind']>(kind: K, mode: Mode, at: string, more: Of<K>): Moment {
  return { kind, mode, at, ...more } as unknown as Moment
}

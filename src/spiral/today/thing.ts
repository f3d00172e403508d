import { z } from 'zod'
import { person, readOf } from '../../ba/index.ts'
import { helps, shownReason, shownTopic } from '../../knowledge/index.ts'
import { shownProposal } from './proposal.ts'

const question = z.object({ id: z.string(), words: z.string(), topic: shownTopic })

/** One thing for me, which can be done where it stands. */
export const thing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read-here'), inference: z.string(), from: z.enum(readOf), by: person, at: z.string() }),
  z.object({
    kind: z.literal('model-here'),
    use: z.string(),
    model: z.string(),
    where: z.string(),
    area: z.object({ slug: z.string(), name: z.string(), closed: z.boolean() }),
    by: person,
    at: z.string(),
  }),
  z.object({
    kind: z.literal('inferred'),
    turn: z.string(),
    finding: z.number().int(),
    line: z.string(),
    brought: z.string(),
    by: person,
    at: z.string(),
  }),
  z.object({
    kind: z.literal('asked'),
    request: z.string(),
    question,
    from: person,
    because: shownReason.nullable(),
    askedAt: z.string(),
  }),
  /** A question whose asker gave no name: somebody new fell into a gap of a topic. */
  z.object({ kind: z.literal('gap'), question, askedAt: z.string() }),
  /** Something that somebody looked for and that is not in here, which I may know or keep. */
  z.object({
    kind: z.literal('missing'),
    missing: z.string(),
    words: z.string(),
    topic: shownTopic.nullable(),
    since: z.string(),
  }),
  /** What I looked for in vain, and what was said since answers. */
  z.object({ kind: z.literal('found'), missing: z.string(), words: z.string(), at: z.string() }),
  z.object({
    kind: z.literal('shown'),
    showing: z.string(),
    topic: shownTopic,
    question: z.string(),
    other: person,
    iShow: z.boolean(),
  }),
  z.object({ kind: z.literal('check'), source: z.string(), topic: shownTopic, count: z.number(), first: z.string() }),
  z.object({
    kind: z.literal('release'),
    claim: z.string(),
    topic: shownTopic,
    by: person,
    statement: z.string(),
    holdsWhen: z.string().nullable(),
    words: z.string(),
  }),
  z.object({
    kind: z.literal('witness'),
    doing: z.string(),
    topic: shownTopic,
    who: person,
    on: z.string(),
    /** The line that was done, where it was one. */
    line: z.string().nullable(),
    help: z.enum(helps).nullable(),
    words: z.string().nullable(),
    unusual: z.string().nullable(),
  }),
  /** What I said and what somebody else said differ: both of us see it, before anybody else. */
  z.object({
    kind: z.literal('differ'),
    difference: z.string(),
    topic: shownTopic,
    statement: z.string(),
    holdsWhen: z.string().nullable(),
    saidAt: z.string(),
    other: z.object({
      person,
      statement: z.string(),
      holdsWhen: z.string().nullable(),
      saidAt: z.string(),
    }),
  }),
  /** A page that I am asked to keep. */
  z.object({ kind: z.literal('keep'), topic: shownTopic, by: person, at: z.string() }),
  /** A page that I keep, and that is past the day on which it was to be looked at again. */
  z.object({ kind: z.literal('review'), topic: shownTopic, due: z.string() }),
  z.object({ kind: z.literal('proposed'), proposal: shownProposal }),
  z.object({
    kind: z.literal('answered'),
    question,
    by: person,
    source: z.string(),
    at: z.string(),
    /** Whether I asked it; else I wondered too. */
    mine: z.boolean(),
  }),
  z.object({ kind: z.literal('recall'), topic: shownTopic, first: z.string(), prompt: z.string() }),
  /** A line that I remember, and might do. */
  z.object({
    kind: z.literal('try'),
    topic: shownTopic,
    line: z.object({ id: z.string(), statement: z.string() }).nullable(),
    with: person.nullable(),
  }),
])

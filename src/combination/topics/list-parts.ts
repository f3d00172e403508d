import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, reaches, readingAct, rowsAfter } from '../../ba/index.ts'
import {
  type Claim,
  claimsOfTopic,
  pageOf,
  plainWords,
  showClaim,
  shownClaim,
  topicNamed,
  topicRef,
} from '../../knowledge/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { editPage } from '../pages/index.ts'
import { readingParts } from './joining-pages.ts'
import { linesCited } from './lines-cited.ts'

/** The limit of cited claims listed for a block. */
const CITED = 100

/** The act `list-parts`: the blocks and claims of a topic, to choose those that are split off. */
export const listParts = readingAct({
  name: 'list-parts',
  says: 'Lists the blocks of a page and the lines of its topic, to choose what is to be a topic of its own.',
  may: 'reader',
  shows: ['topic', 'claim', 'page of topic'],
  input: z.object({ topic: topicRef, ...byPage }),
  output: z.object({
    version: z.number(),
    blocks: pageRows(
      z.object({
        n: z.number(),
        words: z.string(),
        heading: z.boolean(),
        /** The claims that it cites. */
        claims: z.array(z.string()).max(CITED),
      }),
    ),
    /** The topic's claims, listed after the last block. */
    claims: pageRows(shownClaim),
    next,
  }),
  run: async (here, { topic: ref, ...asked }) => {
    const topic = await topicNamed(here, ref)
    const page = await pageOf(here.tx, here.space.id, topic.id)
    const claims = await claimsOfTopic(here.tx, here.space.id, topic.id)
    const seen = reaches(here.me.role, editPage.may) ? (text: string) => text : textWithoutComments
    const markdown = seen(page?.markdown ?? '')
    const blocks = page ? here.prepared(readingParts, { markdown, title: topic.title }) : []
    const parts: Part[] = [...blocks.map((block) => ({ block })), ...claims.map((claim) => ({ claim }))]
    const read = await pageOfList(asked, {
      from: [0, -1, '', ''] as At,
      rows: rowsAfter(parts, placeOf),
      place: placeOf,
      show: async (part) =>
        'block' in part
          ? { block: showBlock(part.block, claims), claim: null }
          : { block: null, claim: await showClaim(here, part.claim) },
    })
    return {
      version: page?.version ?? 0,
      blocks: read.rows.flatMap(({ block }) => block ?? []),
      claims: read.rows.flatMap(({ claim }) => claim ?? []),
      next: read.next,
    }
  },
})

type Block = ReturnType<typeof readingParts.work>[number]
type Part = { block: Block } | { claim: Claim }
/** Orders blocks by number, then claims in the order they were proposed. */
type At = [list: number, n: number, at: string, id: string]

const placeOf = (part: Part): At =>
  'block' in part ? [0, part.block.n, '', ''] : [1, 0, part.claim.proposed_at, part.claim.id]

const showBlock = ({ n, text }: Block, claims: readonly Claim[]) => ({
  n,
  words: plainWords(text.replace(/^#{1,6} +/, '')).slice(0, 400),
  heading: /^#{1,6} /.test(text),
  claims: linesCited(claims, text)
    .slice(0, CITED)
    .map(({ id }) => id),
})

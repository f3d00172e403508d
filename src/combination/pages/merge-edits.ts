import { trimTrailing } from '../../ba/index.ts'
import { frontChunks, splitFront, type TextParts } from '../../text/index.ts'
import { type Block, blocksIn, mergeRegions } from '../documents/index.ts'

/** A part of two merged edits. If both changed it, `text` is mine and `theirs` is the other. */
export interface MergedPart {
  kind: 'same' | 'mine' | 'theirs' | 'both'
  text: string
  theirs: string | null
  /** The front-matter field, or null for text. */
  field: string | null
}

/**
 * Three-way merge of two edits of one page, by field and by block. The parts' texts concatenated
 * are the page; no words are lost, and conflicts are left to the reader.
 */
export function mergeEdits(base: string, mine: string, theirs: string): MergedPart[] {
  const [o, a, b] = [base, mine, theirs].map(splitFront) as [TextParts, TextParts, TextParts]
  return endWithOneLineEnd([...mergeFronts(o, a, b), ...mergeBodies(o.body, a.body, b.body)])
}

/** Merges front matter; if mine is broken, theirs is taken, since a page needs its title. */
function mergeFronts(base: TextParts, mine: TextParts, theirs: TextParts): MergedPart[] {
  if (!theirs.close || !mine.close) return [same(theirs.open + theirs.front + theirs.close)]
  // TOML and JSON are not merged with YAML by field: such front matter is one field.
  if ([mine, theirs].some(({ form }) => form !== 'yaml')) {
    const [o, a, b] = [base, mine, theirs].map(whole) as [Fields, Fields, Fields]
    return mergeField('', o, a, b)
  }
  const [o, a, b] = [base, mine, theirs].map(({ front }) => byName(front)) as [Fields, Fields, Fields]
  const names = new Set([...b.keys(), ...a.keys()])
  return [same(theirs.open), ...[...names].flatMap((name) => mergeField(name, o, a, b)), same(theirs.close)]
}

type Fields = Map<string, string>

const whole = ({ open, front, close }: TextParts): Fields => new Map([['', open + front + close]])

function byName(front: string): Fields {
  const fields: Fields = new Map()
  for (const { name, text } of frontChunks(front)) fields.set(name, (fields.get(name) ?? '') + text)
  return fields
}

function mergeField(name: string, o: Fields, a: Fields, b: Fields): MergedPart[] {
  const [base, mine, theirs] = [o, a, b].map((fields) => fields.get(name)) as (string | undefined)[]
  if (mine === theirs) return theirs === undefined ? [] : [same(theirs)]
  if (mine === base || name === 'updatedAt' || mine === undefined)
    return theirs === undefined ? [] : [part('theirs', theirs)]
  if (theirs === base || theirs === undefined) return [part('mine', mine)]
  return [{ kind: 'both', text: mine, theirs, field: name }]
}

function mergeBodies(base: string, mine: string, theirs: string): MergedPart[] {
  const [o, a, b] = [blocksIn(base), blocksIn(mine), blocksIn(theirs)] as const
  const [texts, before, others] = [a, o, b].map(({ blocks }) => blocks.map(({ text }) => text)) as [
    string[],
    string[],
    string[],
  ]
  const parts: MergedPart[] = b.above ? [same(b.above)] : []
  const taken = (blocks: Block[], from: number, count: number) => blocks.slice(from, from + count)
  for (const region of mergeRegions(texts, before, others)) {
    if (!region.stable) {
      const [m, t] = [taken(a.blocks, region.aStart, region.aLength), taken(b.blocks, region.bStart, region.bLength)]
      parts.push(...mergeRegion(taken(o.blocks, region.oStart, region.oLength), m, t))
    } else if (region.buffer === 'a')
      parts.push(...blocksPart('mine', taken(a.blocks, region.bufferStart, region.bufferLength)))
    else if (region.buffer === 'b')
      parts.push(...blocksPart('theirs', taken(b.blocks, region.bufferStart, region.bufferLength)))
    else parts.push(...blocksPart('same', taken(o.blocks, region.bufferStart, region.bufferLength)))
  }
  return parts
}

/**
 * Merges a conflicting region: block by block if the blocks can be aligned, else both sides whole.
 */
function mergeRegion(base: Block[], mine: Block[], theirs: Block[]): MergedPart[] {
  if (isSame(mine, theirs)) return blocksPart('same', theirs)
  const [inTheirs, inMine] = [placeIn(base, theirs), placeIn(base, mine)]
  if (base.length > 0 && inTheirs >= 0) return around('theirs', theirs, inTheirs, base.length, blocksPart('mine', mine))
  if (base.length > 0 && inMine >= 0) return around('mine', mine, inMine, base.length, blocksPart('theirs', theirs))
  if (base.length > 1 && base.length === mine.length && base.length === theirs.length)
    return base.flatMap((block, n) => mergeRegion([block], mine.slice(n, n + 1), theirs.slice(n, n + 1)))
  return [{ kind: 'both', text: written(mine), theirs: written(theirs), field: null }]
}

function around(
  kind: 'mine' | 'theirs',
  blocks: Block[],
  at: number,
  count: number,
  inside: MergedPart[],
): MergedPart[] {
  return [...blocksPart(kind, blocks.slice(0, at)), ...inside, ...blocksPart(kind, blocks.slice(at + count))]
}

const isSame = (one: Block[], other: Block[]) =>
  one.length === other.length && one.every(({ text }, n) => text === other[n]?.text)

/** The index of a run of unchanged blocks among others, or -1. */
const placeIn = (run: Block[], among: Block[]) =>
  among.findIndex((_, from) => isSame(run, among.slice(from, from + run.length)))

const blocksPart = (kind: 'same' | 'mine' | 'theirs', blocks: Block[]) =>
  blocks.length ? [part(kind, written(blocks))] : []

/** The original text of blocks, each followed by an empty line. */
const written = (blocks: Block[]) =>
  blocks.map((block) => block.written + (/\n[^\S\n]*\n/.test(block.after) ? block.after : '\n\n')).join('')

const part = (kind: MergedPart['kind'], text: string): MergedPart => ({ kind, text, theirs: null, field: null })
const same = (text: string) => part('same', text)

/** Ends the last part with a single line end. */
function endWithOneLineEnd(parts: MergedPart[]): MergedPart[] {
  const last = parts.at(-1)
  if (!last) return parts
  const end = (text: string) => (text.endsWith('\n') ? `${trimTrailing(text, '\r\n')}\n` : text)
  return [
    ...parts.slice(0, -1),
    { ...last, text: end(last.text), theirs: last.theirs === null ? null : end(last.theirs) },
  ]
}

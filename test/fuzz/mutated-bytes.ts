import type { Chance } from './chance.ts'

const MOST_CHANGES = 8
/** Numbers at which sizes, counts and offsets turn over. */
const TURNS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

type Change = (bytes: Buffer, chance: Chance) => Buffer

/** Bytes with a few changes: bits, numbers, and parts cut out, doubled or swapped. */
export function mutatedBytes(chance: Chance, bytes: Uint8Array): Buffer {
  let made = Buffer.from(bytes)
  for (let left = chance.below(MOST_CHANGES + 1); left > 0 && made.length > 8; left--)
    made = Buffer.from(chance.of(changes)(made, chance))
  return made
}

const part = (bytes: Buffer, chance: Chance): [number, number] => {
  const from = chance.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + chance.below(chance.once(4) ? bytes.length : 16))]
}

const changes: Change[] = [
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
    return bytes
  },
  (bytes, chance) => {
    bytes[chance.below(bytes.length)] = chance.below(256)
    return bytes
  },
  (bytes, chance) => {
    bytes.writeUInt32LE(chance.of(TURNS), chance.below(bytes.length - 3))
    return bytes
  },
  (bytes, chance) => {
    bytes.writeUInt16LE(chance.of(TURNS) & 0xffff, chance.below(bytes.length - 1))
    return bytes
  },
  // What stands at the end of a zip or a PDF says where all the rest is.
  (bytes, chance) => {
    bytes[bytes.length - 1 - chance.below(Math.min(80, bytes.length))] = chance.below(256)
    return bytes
  },
  (bytes, chance) => {
    const [from, to] = part(bytes, chance)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, chance) => {
    const [from, to] = part(bytes, chance)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  (bytes, chance) => {
    const [from, to] = part(bytes, chance)
    bytes.copyWithin(chance.below(bytes.length), from, to)
    return bytes
  },
  (bytes, chance) => (chance.once(3) ? bytes.subarray(0, chance.below(bytes.length)) : bytes),
]

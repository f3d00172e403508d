import type { Chance } from './chance.ts'

const MOST_CHANGES = 6
const MOST_LETTERS = 20_000
/** How often a repetition is a long one, and how many times each kind repeats. */
const [SELDOM, FEW, MANY] = [60, 8, 3000]

type Change = (text: string, among: { seeds: readonly string[]; tokens: readonly string[]; chance: Chance }) => string

/** A text made of valid ones by a few changes that keep much of the format. */
export function mutatedText(chance: Chance, seeds: readonly string[], tokens: readonly string[]): string {
  let text = chance.of(seeds)
  for (let left = 1 + chance.below(MOST_CHANGES); left > 0; left--)
    text = chance.of(changes)(text, { seeds, tokens, chance }).slice(0, MOST_LETTERS)
  return text
}

const cut = (text: string, chance: Chance): [from: number, to: number] => {
  const from = chance.below(text.length + 1)
  return [from, Math.min(text.length, from + chance.below(chance.once(4) ? text.length : 30))]
}
const replace = (text: string, from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to)
const insert = (text: string, chance: Chance, words: string) => {
  const at = chance.below(text.length + 1)
  return replace(text, at, at, words)
}
const times = (chance: Chance) => 1 + chance.below(chance.once(SELDOM) ? MANY : FEW)

/** Characters that end lines, break pairs, have no width, or change length with their case. */
const ODD =
  '\0\t\n\r\v\f \u0085\u00a0\u00ad\u0130\u0301\u200b\u200d\u2028\u202e\u3000\ud83d\udc4d\udfff\ufdd0\ufeff\uffff'

const changes: Change[] = [
  (text, { chance, tokens }) => insert(text, chance, chance.of(tokens)),
  (text, { chance, tokens }) => insert(text, chance, chance.of(tokens)),
  (text, { chance, tokens }) => insert(text, chance, chance.of(tokens) + chance.of(tokens)),
  (text, { chance, tokens }) => insert(text, chance, chance.of(tokens).repeat(times(chance))),
  (text, { chance }) => replace(text, ...cut(text, chance), ''),
  (text, { chance }) => {
    const [from, to] = cut(text, chance)
    return replace(text, to, to, text.slice(from, to).repeat(times(chance)))
  },
  (text, { chance }) => {
    const [[from, to], words] = [cut(text, chance), text.slice(...cut(text, chance))]
    return replace(text, from, to, words)
  },
  (text, { chance, seeds }) => {
    const other = chance.of(seeds)
    return text.slice(0, chance.below(text.length + 1)) + other.slice(chance.below(other.length + 1))
  },
  (text, { chance, seeds }) => {
    const other = chance.of(seeds)
    return insert(text, chance, other.slice(...cut(other, chance)))
  },
  (text, { chance }) => text.slice(0, chance.below(text.length + 1)),
  (text, { chance }) => insert(text, chance, ODD.charAt(chance.below(ODD.length))),
  (text, { chance }) => insert(text, chance, String.fromCharCode(chance.below(0x10000))),
  (text, { chance }) => {
    const at = chance.below(text.length)
    return replace(text, at, at + 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << chance.below(7))))
  },
  (text, { chance, tokens }) => {
    const lines = text.split('\n')
    const at = chance.below(lines.length)
    lines[at] = chance.of(['  ', '\t', '> ', '- ', '    ', chance.of(tokens)]) + lines[at]
    return lines.join('\n')
  },
  (text, { chance }) => {
    const lines = text.split('\n')
    lines.splice(chance.below(lines.length), 1, lines[chance.below(lines.length)] ?? '')
    return lines.join('\n')
  },
  (text, { chance }) => (chance.once(3) ? text.replaceAll('\n', chance.of(['\r\n', '\r', '\n\n'])) : text),
]

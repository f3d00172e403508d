/** Made documents that speak of each other: titles, parts with names, sentences that say what something is, links. */
import type { Brought } from './recompile.ts'

const WORDS = 8_000
const [consonants, vowels] = ['bdfgklmnprtvz', 'aeiou']

/** Makes so many documents, the same each time. */
export function* madeSources(count: number): Generator<Brought> {
  const next = dice(11)
  const words = (some: number) => Array.from({ length: some }, () => wordOf(Math.floor(WORDS ** next()))).join(' ')
  const names = Array.from({ length: count }, (_, n) => `${wordOf(n + 40)} ${wordOf(n * 7 + 400)}`)
  const some = () => names[Math.floor(next() * count)] ?? ''
  const sentence = () => `The ${words(5)} is in the ${words(4)} of ${next() < 0.15 ? `a ${some()}` : words(2)}.`
  const paragraph = () => Array.from({ length: 3 }, sentence).join(' ')
  for (let n = 0; n < count; n++) {
    const name = names[n] ?? ''
    const parts = Array.from({ length: 5 }, (_, at) => {
      const heading = at === 3 ? some() : words(2)
      return `## ${heading}\n\n${paragraph()}\n\n${next() < 0.5 ? `See [[${some()}]] and the ${words(3)}.` : paragraph()}\n`
    })
    const text = `# ${name}\n\nA ${name} is a ${words(4)} of the ${some()}. ${sentence()}\n\n${parts.join('\n')}`
    yield { name: `made/${n}.md`, title: name, text }
  }
}

/** A word of made syllables, another for each number. */
function wordOf(number: number): string {
  let [word, rest] = ['', number + 70]
  do {
    word += (consonants[rest % consonants.length] ?? '') + (vowels[Math.floor(rest / consonants.length) % 5] ?? '')
    rest = Math.floor(rest / (consonants.length * 5))
  } while (rest > 0)
  return word
}

/** The same numbers from the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

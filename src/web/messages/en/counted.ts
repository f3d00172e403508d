import { inWords, plural } from '../plural.ts'

/** A number of lines, in words. */
export const lines = (n: number) => plural('en', n, { one: 'One line', other: `${inWords(n)} lines` })
/** A number of rounds of the spiral, in words. */
export const rounds = (n: number) => plural('en', n, { one: 'one round', other: `${inWords(n).toLowerCase()} rounds` })

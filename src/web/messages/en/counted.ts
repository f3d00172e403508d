import { inWords, plural } from '../plural.ts'

/** So many lines, in words. */
export const lines = (n: number) => plural('en', n, { one: 'One line', other: `${inWords(n)} lines` })
/** So many rounds of the spiral, in words. */
export const rounds = (n: number) => plural('en', n, { one: 'one round', other: `${inWords(n).toLowerCase()} rounds` })

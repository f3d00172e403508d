import { inWords, plural } from '../plural.ts'

export const lines = (n: number) => plural('en', n, { one: 'One line', other: `${inWords(n)} lines` })
export const rounds = (n: number) => plural('en', n, { one: 'one round', other: `${inWords(n).toLowerCase()} rounds` })

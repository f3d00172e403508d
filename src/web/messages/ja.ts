import { first } from './ja/first.ts'
import { more } from './ja/more.ts'
import { things } from './ja/things.ts'

/** Every string a person reads, in Japanese. */
export const ja = { ...first, ...things, ...more }

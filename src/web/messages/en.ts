import { first } from './en/first.ts'
import { more } from './en/more.ts'
import { things } from './en/things.ts'

/** Every string a person reads, in English; the catalogue the others follow. */
export const en = { ...first, ...things, ...more }

type Same<T> = T extends string
  ? string
  : T extends (...said: infer A) => string
    ? (...said: A) => string
    : { [K in keyof T]: Same<T[K]> }

/** What every language's catalogue must hold. */
export type Messages = Same<typeof en>

/** The strings of the first screens. */
export type First = Pick<Messages, keyof typeof first>

/** The strings of the items on Today. */
export type Things = Pick<Messages, keyof typeof things>

/** The strings of the other screens. */
export type More = Pick<Messages, keyof typeof more>

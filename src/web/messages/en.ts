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

/** What of it is said on the first screens, and on every one. */
export type First = Pick<Messages, keyof typeof first>

/** What of it is said on the things that wait on Today. */
export type Things = Pick<Messages, keyof typeof things>

/** What of it is said on screens that come later. */
export type More = Pick<Messages, keyof typeof more>

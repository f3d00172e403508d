/**
 * The id of a noun: a plain string fits, another noun's id does not. Only the type checker sees the difference.
 *
 * @example
 * const claim: Id<'claim'> = newId()
 * const topic: Id<'topic'> = claim // is refused
 */
export type Id<Noun extends string> = string & { readonly noun?: Noun }

/**
 * The id of a noun. It accepts any plain string but no other noun's id; only the type checker sees
 * the difference.
 */
export type Id<Noun extends string> = string & { readonly noun?: Noun }

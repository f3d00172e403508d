/** What somebody may do in a space, least first: each may do all that those before may. */
export const roles = ['reader', 'member', 'keeper', 'owner'] as const

/** One of the four roles. */
export type Role = (typeof roles)[number]

/** Says whether a role reaches another. */
export const reaches = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

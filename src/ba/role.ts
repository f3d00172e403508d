/** The roles in a space, least first; each includes the rights of those before. */
export const roles = ['reader', 'member', 'keeper', 'owner'] as const

/** One of the four roles. */
export type Role = (typeof roles)[number]

/** Whether a role includes the rights of another. */
export const reaches = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

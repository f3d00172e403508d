/**
 * The beginning of the callout that a merge puts around two versions of the same words; it is no
 * statement.
 */
export const TWO_VERSIONS = '> [!warning] Two versions'

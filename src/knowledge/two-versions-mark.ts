/** How the marks begin that Whorl puts around two versions of the same words; nobody said them. */
export const TWO_VERSIONS = '> [!warning] Two versions'

/** A number of rounds of the spiral, in words. */
export const rounds = (n: number) => `${n}周`

export const rounds = (n: number) => `${n}周`

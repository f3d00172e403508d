type Forms = { one?: string; other: string }

/** Chooses a plural form: `plural('en', 2, { one: 'One line', other: 'Two lines' })`. */
export function plural(language: string, n: number, forms: Forms): string {
  return new Intl.PluralRules(language).select(n) === 'one' ? (forms.one ?? forms.other) : forms.other
}

const small = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen'
const words = `${small} Seventeen Eighteen Nineteen Twenty`.split(' ')

/** A number for an English sentence: `inWords(14)` is `'Fourteen'`, `inWords(40)` is `'40'`. */
export const inWords = (n: number): string => words[n] ?? String(n)

import type { First, Things } from './en.ts'
import { t as first, language } from './messages.ts'

const { things } = language === 'ja' ? await import('./ja/things.ts') : await import('./en/things.ts')

/** The strings of the items on Today, with those of every screen: */
export const t: First & Things = { ...first, ...things }

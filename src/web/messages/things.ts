import type { First, Things } from './en.ts'
import { t as first, language } from './messages.ts'

const { things } = language === 'ja' ? await import('./ja/things.ts') : await import('./en/things.ts')

/** What is said on the things that wait on Today, besides what is said on every screen: `t.thing.write`. */
export const t: First & Things = { ...first, ...things }

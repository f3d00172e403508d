import type { First, More, Things } from './en.ts'
import { language } from './messages.ts'
import { t as things } from './things.ts'

const { more } = language === 'ja' ? await import('./ja/more.ts') : await import('./en/more.ts')

/** All strings, for the screens that are loaded later: */
export const t: First & Things & More = { ...things, ...more }

import type { First, More, Things } from './en.ts'
import { language } from './messages.ts'
import { t as things } from './things.ts'

const { more } = language === 'ja' ? await import('./ja/more.ts') : await import('./en/more.ts')

/** All that is said to people, for the screens that come later: `t.story.begin`. The first screens do without the rest. */
export const t: First & Things & More = { ...things, ...more }

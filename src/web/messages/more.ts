import { more } from './en/more.ts'
import type { First, More } from './en.ts'
import { t as first, language } from './messages.ts'

/** All that is said to people, for the screens that come later: `t.story.begin`. The first screens do without the rest. */
export const t: First & More = { ...first, ...(language === 'ja' ? (await import('./ja/more.ts')).more : more) }

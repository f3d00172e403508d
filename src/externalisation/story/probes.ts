/**
 * The questions about a decision, by the probe families of the Critical Decision Method (Klein,
 * Calderwood & MacGregor 1989), in the order in which they are offered. The method is led by
 * interviewers, often two; this is an adaptation for one person alone, and is labelled so.
 */
export const probes = {
  cues: 'What did you see or hear at that moment?',
  knowledge: 'What did you know already, and from where?',
  options: 'What else could you have done?',
  basis: 'What made you choose this?',
  experience: 'Where would somebody new have gone wrong?',
  analogues: 'Which other time did it remind you of?',
  goals: 'What did you most want to keep from happening?',
  hypotheticals: 'What would have had to be different for you to choose otherwise?',
  aiding: 'What would have helped you just then?',
} as const

/** A family of probes. */
export type Family = keyof typeof probes

/** The families in the order in which they are offered. */
export const families = Object.keys(probes) as [Family, ...Family[]]

/** The most probes offered at once. */
export const AT_ONCE = 3

/** Asked before the cues, options are invented. */
const AFTER_CUES: readonly Family[] = ['options', 'basis', 'hypotheticals']

/** The next probes to offer, given those answered or skipped. */
export function nextProbes(done: readonly string[]): Family[] {
  const open = families.filter((family) => !done.includes(family))
  const early = done.includes('cues') ? open : open.filter((family) => !AFTER_CUES.includes(family))
  return early.slice(0, AT_ONCE)
}

/** The public form of a probe. */
export const shownProbe = (family: Family) => ({ family, asks: probes[family] })

import type { Mode } from '../../ba/index.ts'
import type { Tables } from '../../store/index.ts'

/** The figures of a topic in an area: conversions, whorls, and the last date of each mode. */
export type Figure = Omit<Tables['topic_figure'], 'space_id' | 'area_id' | 'topic_id'>

/** The figures of a topic without conversions. */
export const noFigure: Figure = {
  entries: 0,
  whorls: 0,
  socialisation_at: null,
  externalisation_at: null,
  combination_at: null,
  internalisation_at: null,
}

/** Adds one conversion to the figures. */
export function counting(figure: Figure, { mode, at }: { mode: Mode; at: string }): Figure {
  const last = figure[`${mode}_at`]
  return { ...figure, entries: figure.entries + 1, [`${mode}_at`]: last !== null && last > at ? last : at }
}

/** Sums the figures of two topics or areas. */
export function together(a: Figure, b: Figure): Figure {
  const later = (one: string | null, other: string | null) => ((one ?? '') > (other ?? '') ? one : other)
  return {
    entries: a.entries + b.entries,
    whorls: a.whorls + b.whorls,
    socialisation_at: later(a.socialisation_at, b.socialisation_at),
    externalisation_at: later(a.externalisation_at, b.externalisation_at),
    combination_at: later(a.combination_at, b.combination_at),
    internalisation_at: later(a.internalisation_at, b.internalisation_at),
  }
}

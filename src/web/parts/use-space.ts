import { useMatches, useParams } from '@tanstack/react-router'

/** The slug of the present space, from the address. */
export function useSpace(): string {
  return useParams({ strict: false, select: (params) => params.space ?? '' })
}

/** The topic in the address: "slug" or "area/slug". */
export function useTopicPath(): string {
  return useParams({ strict: false, select: (params) => params._splat ?? '' })
}

/** The address of the shown screen, which lags during navigation. */
export function useShownPath(): string {
  return useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })
}

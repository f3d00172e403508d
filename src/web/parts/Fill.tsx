import { Fragment, type ReactNode } from 'react'

/** A message with elements in its placeholders: */
export function Fill({ text, ...things }: { text: string } & Record<string, ReactNode>) {
  return text.split(/\{(\w+)\}/).map((part, k) => {
    const thing = k % 2 ? things[part] : part
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places
    return <Fragment key={k}>{thing}</Fragment>
  })
}

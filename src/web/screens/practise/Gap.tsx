import { Fragment } from 'react'
import { t } from '../../messages/things.ts'

/** A sentence with its gap drawn as a line; screen readers say "something". */
export function Gap({ prompt }: { prompt: string }) {
  return prompt.split(/…|_{3,}/).map((part, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places
    <Fragment key={k}>
      {k > 0 && (
        <span className="gap">
          <span className="unseen">{t.gap}</span>
        </span>
      )}
      {part}
    </Fragment>
  ))
}

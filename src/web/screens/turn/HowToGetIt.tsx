import { t } from '../../messages/more.ts'
import { Copy } from '../../parts/Copy.tsx'
import type { Bringable } from '../../parts/WhatDoYouHave.tsx'

/** What `git log` is to print so that it can be read; the server reads the same. */
export const HISTORY =
  "git -c core.quotePath=false log --reverse --no-merges --name-status -M --format='@@%h%x09%aN%x09%aE%x09%at%x09%s' > history.txt"

/** How one comes by what is to be brought, where that is not plain. */
export function HowToGetIt({ what }: { what: Bringable }) {
  if (what === 'folder') return null
  if (what === 'chat') return <p className="quiet">{t.turn.chat.how}</p>
  return (
    <div className="how">
      <p className="quiet">{t.turn.history.how}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section tabIndex={0} aria-label={t.turn.history.command}>
        <pre>
          <code>{HISTORY}</code>
        </pre>
      </section>
      <Copy className="small" words={HISTORY} done={t.turn.copied}>
        {t.turn.copy}
      </Copy>
    </div>
  )
}

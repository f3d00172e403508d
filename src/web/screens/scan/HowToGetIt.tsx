import { t } from '../../messages/more.ts'
import { Copy } from '../../parts/Copy.tsx'
import type { Scannable } from '../../parts/WhatDoYouHave.tsx'

/** The `git log` command whose output the server parses. */
export const HISTORY =
  "git -c core.quotePath=false log --reverse --no-merges --name-status -M --ignore-submodules=all --decorate-refs='refs/replace/*' --format='@@%h%x09%aN%x09%aE%x09%at%x09%s%n=%p%x09%D%n%w(0,1,1)%B' | grep -aiE '^([^ ]| git-subtree-split:| [a-z -]*(by|with|author|pair)[a-z]*:)' > history.txt"

/** Instructions for exporting a history or a chat. */
export function HowToGetIt({ what }: { what: Scannable }) {
  if (what === 'folder') return null
  if (what === 'chat') return <p className="quiet">{t.scan.chat.how}</p>
  return (
    <div className="how">
      <p className="quiet">{t.scan.history.how}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section tabIndex={0} aria-label={t.scan.history.command}>
        <pre>
          <code>{HISTORY}</code>
        </pre>
      </section>
      <Copy className="small" words={HISTORY} done={t.scan.copied}>
        {t.scan.copy}
      </Copy>
    </div>
  )
}

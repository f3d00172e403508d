import type { Ref } from 'react'
import { refusalIn } from '../../client.ts'
import { t } from '../../messages/more.ts'
import { PageText } from '../../parts/PageText.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import type { Seen } from './use-preview.ts'

type PreviewProps = { seen: Seen | undefined; error: unknown; title: string; place: Ref<HTMLElement> }

/** The preview of the page. */
export function Preview({ seen, error, title, place }: PreviewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="preview" aria-label={t.edit.preview} tabIndex={0} ref={place}>
      {error !== undefined &&
        (refusalIn(error).refusal === 'offline' ? (
          <p className="quiet">{t.edit.offline}</p>
        ) : (
          <RefusalNote error={error} />
        ))}
      <p className="preview-title">{title}</p>
      <div className="text">{seen && <PageText html={seen.html} citations={seen.citations} links={seen.links} />}</div>
    </section>
  )
}

import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { TopicLink } from '../../parts/TopicLink.tsx'

/** The pages that cite a document. */
export function CitedBy({ citedBy }: Pick<Out<'read-source'>, 'citedBy'>) {
  if (citedBy.length === 0) return null
  return (
    <section className="cited-by">
      <h2>{t.source.citedBy}</h2>
      <ul className="record">
        {citedBy.map(({ topic, changed }) => (
          <li key={topic.id}>
            <TopicLink topic={topic} />
            {changed && <small> {t.source.citesChanged}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}

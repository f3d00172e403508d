import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Press } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Inferred = Out<'list-inferred'>['inferred'][number]

/** Inferences about oneself, private unless let be seen; nothing if there are none. */
export function InferredOfMe() {
  const { pages, more } = usePages('list-inferred', {})
  const inferred = pages.flatMap((page) => page.inferred)
  if (inferred.length === 0) return null
  return (
    <section>
      <h2>{t.readHere.aboutYou}</h2>
      <p className="quiet">{t.readHere.aboutYouMore}</p>
      <ul className="record">
        {inferred.map((one) => (
          <OneInferred key={`${one.scan} ${one.finding}`} one={one} />
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

function OneInferred({ one: { scan, finding, line, brought, by, at, seen } }: { one: Inferred }) {
  const let_ = useDo('let-be-seen')
  return (
    <li>
      <div>
        <p lang="en">{line}</p>
        <small>
          {t.readHere.from(by.name, brought, day(at))} · {seen ? t.readHere.sees(by.name) : t.readHere.onlyMe}
        </small>
      </div>
      <Press className="small" does={() => let_({ scan, finding, seen: !seen })}>
        {seen ? t.readHere.keepToMe : t.readHere.letSee(by.name)}
      </Press>
    </li>
  )
}

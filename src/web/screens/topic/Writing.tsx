import { Link } from '@tanstack/react-router'
import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

type Read = Out<'read-page'>
type Doubted = NonNullable<Read['writing']>['marked'][number]

/**
 * The note that a model wrote the page, with a button to take it over; afterwards by whom and when.
 */
export function Writing({ read: { topic, page, writing } }: { read: Read }) {
  const takeOver = useDo('take-over-page')
  const takesPart = useMay('member')
  if (!writing || !page) return null
  const { model, takenOver, marked } = writing
  if (takenOver) return <p className="quiet">{t.model.takenOver(model, takenOver.by.name, day(takenOver.at))}</p>
  const take = () => takeOver({ topic: topic.id, version: page.version }).then(() => announce(t.model.tookOver))
  return (
    <div className="by-machine">
      <p>
        {t.model.notice(model)} {marked.length > 0 && t.model.noticeMarked}
      </p>
      {takesPart && (
        <Presses>
          <Press does={take}>{t.model.takeOver}</Press>
          <small className="quiet">{t.model.takeOverMore}</small>
        </Presses>
      )}
    </div>
  )
}

/** The marked sentences, each beside the lines it cites. */
export function Marked({ read: { writing } }: { read: Read }) {
  if (!writing || writing.marked.length === 0) return null
  return (
    <section className="marked">
      <h2>{t.model.marked}</h2>
      <ul>
        {writing.marked.map((one) => (
          <OneMarked key={one.words} one={one} />
        ))}
      </ul>
    </section>
  )
}

function OneMarked({ one: { words, doubt, cited } }: { one: Doubted }) {
  const space = useSpace()
  return (
    <li>
      <div>
        <p>
          <mark>{words}</mark>
        </p>
        <small>{t.model.doubts[doubt]}</small>
      </div>
      <div>
        {cited.length === 0 && <p className="quiet">{t.model.citesNothing}</p>}
        {cited.map(({ source, name, title, fromLine, toLine, words: lines }) => (
          <figure key={`${source} ${fromLine}`}>
            <figcaption>
              <small>
                {t.model.citesThis}{' '}
                <Link
                  to="/$space/source/$source"
                  params={{ space, source }}
                  hash={`L${fromLine}-L${toLine ?? fromLine}`}
                  className="link"
                >
                  {t.topic.citePlace((title || name).replace(/\.md$/, ''), t.topic.line(fromLine ?? 1))}
                </Link>
              </small>
            </figcaption>
            <blockquote>{lines}</blockquote>
          </figure>
        ))}
      </div>
    </li>
  )
}

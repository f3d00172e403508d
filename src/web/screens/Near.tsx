import { Link } from '@tanstack/react-router'
import type { Out } from '../contract.ts'
import { list } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { PageLink } from '../parts/PageLink.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace, useTopicPath } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'
import { Picture } from './near/Picture.tsx'

type Neighbourhood = Out<'neighbourhood'>
export type NearOne = Neighbourhood['near'][number]

/** The Near screen: a topic's neighbourhood as a navigable picture and as a table. */
export function Near() {
  const path = useTopicPath()
  const neighbourhood = useAct('neighbourhood', { topic: path })
  const { topic, near, wanted, more } = neighbourhood
  return (
    <div className="near-screen">
      <Heading title={t.near.title(topic.title)} />
      <p className="lead">{near.length > 0 ? t.near.lead : t.near.none}</p>
      <p>
        <TopicLink topic={topic}>{t.near.read(topic.title)}</TopicLink>
      </p>
      {near.length > 0 && <Picture key={topic.id} {...neighbourhood} />}
      {near.length > 0 && <InWords topic={topic} near={near} />}
      {more && <p className="quiet">{t.near.more}</p>}
      {wanted.length > 0 && (
        <section>
          <h2>{t.near.wanted}</h2>
          <ul className="wanted-near">
            {wanted.map((target) => (
              <li key={target}>
                <PageLink target={target} path={null}>
                  {target}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The table of the picture. */
function InWords({ topic, near }: Pick<Neighbourhood, 'topic' | 'near'>) {
  const space = useSpace()
  const named = new Map(near.map((one) => [one.topic.id, one.topic.title]))
  return (
    <table>
      <caption className="unseen">{t.near.table(topic.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.near.topic}</th>
          <th scope="col">{t.near.how}</th>
          <th scope="col">
            <span className="unseen">{t.near.goOn}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {near.map((one) => (
          <tr key={one.topic.id}>
            <th scope="row">
              <TopicLink topic={one.topic} />
            </th>
            <td>{howNear(one, topic.title, named)}</td>
            <td>
              <Link to="/$space/near/$" params={{ space, _splat: one.topic.path }} className="link quiet">
                {t.near.from}
                <span className="unseen">: {one.topic.title}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Describes how a topic is near: */
function howNear({ ties, through }: NearOne, title: string, named: ReadonlyMap<string, string>): string {
  const kinds = new Set(ties.map(({ kind }) => kind))
  const sources = (of: 'same-source' | 'both-cite') => [
    ...new Set(ties.flatMap(({ kind, source }) => (kind === of && source ? [source.title] : []))),
  ]
  const [made, cited] = [sources('same-source'), sources('both-cite')]
  return [
    kinds.has('links-to') && t.near.linksTo(title),
    kinds.has('linked-from') && t.near.linkedFrom(title),
    made.length > 0 && t.near.sameSource(list(made)),
    cited.length > 0 && t.near.sameCited(list(cited)),
    through.length > 0 && t.near.through(list(through.flatMap((id) => named.get(id) ?? []))),
  ]
    .filter(Boolean)
    .join(t.near.and)
}

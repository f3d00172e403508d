import type { Out } from '../../contract.ts'
import { amount, moment, money } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'

type Read = Out<'model-spent'>

/** The requests to the model and their cost, as sums of the space. */
export function Spent({ spent }: { spent: Read['spent'] }) {
  const { columns } = t.model
  return (
    <>
      <h3>{t.model.spent}</h3>
      {spent.length === 0 ? (
        <p className="quiet">{t.model.nothingYet}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        <div className="wide-table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {Object.values(columns).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {spent.map((one) => (
                <OneModel key={`${one.model} ${one.currency}`} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function OneModel({ one }: { one: Read['spent'][number] }) {
  return (
    <tr>
      <th scope="row">{one.model}</th>
      <td>{amount(one.requests)}</td>
      <td>{amount(one.failed)}</td>
      <td>{amount(one.tokensIn)}</td>
      <td>{amount(one.tokensOut)}</td>
      <td>{amount(one.seconds, 'second')}</td>
      <td>{one.cost === null || one.currency === null ? t.model.noPrice : money(one.cost, one.currency)}</td>
    </tr>
  )
}

/** The pages whose last request to the model failed, with reason and retry. */
export function Unwritten({ unwritten }: { unwritten: Read['unwritten'] }) {
  if (unwritten.length === 0) return null
  return (
    <>
      <h3>{t.model.unwritten}</h3>
      <p className="quiet">{t.model.unwrittenMore}</p>
      <ul className="record">
        {unwritten.map((one) => (
          <OneUnwritten key={one.topic.id} one={one} />
        ))}
      </ul>
    </>
  )
}

function OneUnwritten({ one: { topic, why, at } }: { one: Read['unwritten'][number] }) {
  const write = useDo('write-page')
  const again = () => write({ topic: topic.id }).then(() => announce(t.model.tried))
  const { whys } = t.model
  return (
    <li>
      <div>
        <p>
          <TopicLink topic={topic} />
        </p>
        <small>
          {why in whys ? whys[why as keyof typeof whys] : why} · <time dateTime={at}>{moment(at)}</time>
        </small>
      </div>
      <Press className="small" aria-label={t.model.tryAgainNamed(topic.title)} does={again}>
        {t.model.tryAgain}
      </Press>
    </li>
  )
}

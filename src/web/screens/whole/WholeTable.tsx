import type { Mode, Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { modes } from '../../spiral/spiral-geometry.ts'

/** The table of topics: last time in each mode, and closed rounds. */
export function WholeTable({ topics }: { topics: Out<'the-whole'>['topics'] }) {
  return (
    <table>
      <caption className="unseen">{t.whole.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.whole.topic}</th>
          {modes.map((mode) => (
            <th key={mode} scope="col">
              <ModeName mode={mode} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map(({ topic, modes: last, whorls }) => (
          <tr key={topic.id}>
            <th scope="row">
              <TopicLink topic={topic} />
              {whorls > 0 && <small>{t.spiral.rounds(whorls)}</small>}
            </th>
            {modes.map((mode) => (
              <td key={mode}>
                <ModeName mode={mode} />
                {last[mode] ? shortDay(last[mode]) : <NotYet />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The mode's name as a column heading, or beside each date on narrow screens. */
function ModeName({ mode }: { mode: Mode }) {
  return (
    <span className="mode-name">
      <Mark mode={mode} />
      <span>{t.modes[mode]}</span>
    </span>
  )
}

function NotYet() {
  return (
    <>
      <span aria-hidden="true" className="quiet">
        –
      </span>
      <span className="unseen">{t.whole.notYet}</span>
    </>
  )
}

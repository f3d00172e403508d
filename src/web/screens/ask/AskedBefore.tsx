import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'

type Open = Out<'what-was-said'>['open']

/** Open questions that ask the same. */
export function AskedBefore({ questions }: { questions: Open }) {
  if (questions.length === 0) return null
  return (
    <section>
      <h2 className="aside-name">{t.asking.open}</h2>
      <ul className="questions">
        {questions.map((question) => (
          <li key={question.id}>
            <p className="say">
              <TopicLink topic={question.topic}>{question.words}</TopicLink>
            </p>
            <small>{saidOf(question)}</small>
            {!question.mine && <WonderToo question={question} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A button to be told of the answer, too; nobody is told and nothing is counted. */
function WonderToo({ question: { id, wondering } }: { question: Open[number] }) {
  const wonder = useDo('wonder-too')
  const say = () => wonder({ question: id, too: !wondering })
  return (
    <Presses>
      {wondering && <small role="status">{t.asking.wondering}</small>}
      <Press className={wondering ? 'small plain' : 'small'} does={say}>
        {wondering ? t.asking.unwonder : t.asking.wonder}
      </Press>
    </Presses>
  )
}

function saidOf({ mine, askedBy, askedAt }: Open[number]): string {
  const on = day(askedAt)
  if (mine) return t.asking.youAsked(on)
  return askedBy ? t.asking.asked(askedBy.name, on) : t.asking.askedNew(on)
}

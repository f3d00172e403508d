import type { Out } from '../../contract.ts'
import { day, t } from '../../messages/messages.ts'
import { TopicLink } from '../../parts/TopicLink.tsx'

type Open = Out<'what-was-said'>['open']

/** Questions that ask the same, and that nobody has answered. */
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
          </li>
        ))}
      </ul>
    </section>
  )
}

function saidOf({ mine, askedBy, askedAt }: Open[number]): string {
  const on = day(askedAt)
  if (mine) return t.asking.youAsked(on)
  return askedBy ? t.asking.asked(askedBy.name, on) : t.asking.askedNew(on)
}

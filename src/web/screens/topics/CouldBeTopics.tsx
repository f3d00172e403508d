import { Link, useNavigate } from '@tanstack/react-router'
import type { Suggestion } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useAct, useDo } from '../../use-act.ts'

/** Suggested topics from sources and questions, each with the reason. */
export function CouldBeTopics() {
  const { suggestions } = useAct('suggest-topics', {})
  const takesPart = useMay('member')
  if (!takesPart || suggestions.length === 0) return null
  return (
    <section className="could-be" aria-labelledby="could-be">
      <h2 id="could-be">{t.topics.couldBe}</h2>
      <ul>
        {suggestions.map((one) => (
          <OneSuggestion key={one.thing} suggestion={one} />
        ))}
      </ul>
    </section>
  )
}

function OneSuggestion({ suggestion }: { suggestion: Suggestion }) {
  const { title, thing, area, why } = suggestion
  const space = useSpace()
  const go = useNavigate()
  const start = useDo('start-topic')
  const dismiss = useDo('dismiss')
  const begin = async () => {
    const { topic } = await start({ title, ...(area.closed ? { area: area.slug } : {}) })
    announce(t.topics.started(topic.title))
    await go({ to: '/$space/t/$', params: { space, _splat: topic.path } })
  }
  const putAside = async () => {
    await dismiss({ thing })
    announce(t.topics.putAside)
    focusHeading()
  }
  return (
    <li>
      <h3>{title}</h3>
      <p>
        <Because why={why} />
        {area.closed && <small className="quiet"> {t.topics.closed(area.name)}</small>}
      </p>
      <Presses>
        <Press className="small" does={begin}>
          {t.topics.submit}
          <span className="unseen">: {title}</span>
        </Press>
        <Press className="small plain" does={putAside}>
          {t.topics.notThis}
          <span className="unseen">: {title}</span>
        </Press>
      </Presses>
    </li>
  )
}

/** The reason for a suggestion. */
function Because({ why: { how, sources, question } }: Pick<Suggestion, 'why'>) {
  const space = useSpace()
  if (question) return t.topics.because.question(question)
  const [source] = sources
  if (!source) return null
  const link = (
    <Link className="link" to="/$space/source/$source" params={{ space, source: source.id }}>
      {source.title}
    </Link>
  )
  return <Fill text={t.topics.because[how === 'question' ? 'phrase' : how]} source={link} />
}

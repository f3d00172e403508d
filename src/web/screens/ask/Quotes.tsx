import type { Out, Person } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Cite } from '../../parts/Cite.tsx'
import { reason } from '../../parts/reason.ts'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { speakerIn } from '../../parts/voice.ts'
import { useHouse } from '../../use-act.ts'

type Quote = Out<'what-was-said'>['answers'][number]
type QuotesProps = { quotes: Quote[]; onAsk?: (of: Person) => void }

/** Quoted passages, each with its place, conditions and speaker. */
export function Quotes({ quotes, onAsk }: QuotesProps) {
  return quotes.map((quote) => (
    <blockquote key={`${quote.cite.id} ${quote.words}`} className="voice">
      <p>{quote.words}</p>
      <footer>
        <Where quote={quote} />
        {quote.holdsWhen && <span>{t.asking.holds(quote.holdsWhen)}</span>}
        {quote.area.closed && <span>{t.topics.closed(quote.area.name)}</span>}
        {quote.by && <By by={quote.by} onAsk={onAsk} />}
      </footer>
    </blockquote>
  ))
}

function Where({ quote: { cite, topic, by, at } }: { quote: Quote }) {
  if (cite.kind === 'page' && topic) return <TopicLink topic={topic}>{t.asking.page(topic.title)}</TopicLink>
  const claim = cite.kind === 'claim'
  const citation = {
    n: 0,
    name: cite.title,
    title: cite.title,
    source: claim ? null : cite.id,
    claim: claim ? cite.id : null,
    fromLine: cite.fromLine,
    toLine: cite.toLine,
    voice: by?.voice ?? null,
    saidAt: at,
    page: null,
    changed: null,
  }
  return (
    <span>
      <Cite citation={citation} />
    </span>
  )
}

function By({ by: { voice, reasons }, onAsk }: { by: NonNullable<Quote['by']>; onAsk: QuotesProps['onAsk'] }) {
  const takesPart = useMay('member')
  const { me } = useHouse('list-spaces', {})
  const [why] = reasons
  const person = speakerIn(voice)
  return (
    <>
      {why && <span>{reason(why)}</span>}
      {onAsk && takesPart && person && person.id !== me.id && (
        <button type="button" className="small plain" onClick={() => onAsk(person)}>
          {t.ask.person(person.name)}
        </button>
      )}
    </>
  )
}

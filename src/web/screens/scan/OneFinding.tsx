import type { Finding, Mode, Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'
import { Forwarding } from './Forwarding.tsx'

type TakenUp = Out<'read-scan'>['scan']['takenUp'][number]

/** The mode that each kind of finding calls for. */
const modes: Record<string, Mode> = {
  'held-by-one': 'socialisation',
  'left-to-judgement': 'externalisation',
  'asked-twice': 'externalisation',
  'never-done': 'internalisation',
}

type OneFindingProps = { scan: string; scanned: string; n: number; finding: Finding; takenUp: TakenUp | undefined }

/** One finding: a sentence, its evidence, and one button; once taken up, the message to forward. */
export function OneFinding({ scan, scanned, n, finding, takenUp }: OneFindingProps) {
  const take = useDo('take-up')
  const { kind, line, words, where, button, questions } = finding
  const [first] = where
  // A question about somebody's own words is shown beneath them.
  const paired = questions.length > 0 && questions.length === words.length
  return (
    <>
      <p className="note row">
        <Mark mode={modes[kind] ?? 'combination'} />
        <span>{t.scan.kinds[kind as keyof typeof t.scan.kinds] ?? t.scan.kinds.other}</span>
      </p>
      <p className="say">{line}</p>
      {!paired && words.slice(0, 3).map((one) => <blockquote key={one}>{one}</blockquote>)}
      {first && (
        <small className="where">
          {first.path}
          {first.fromLine > 1 && `:${first.fromLine}`}
        </small>
      )}
      {questions.length > 0 && kind !== 'asked-twice' && (
        <ul className="to-put">
          {questions.map((question, k) => (
            <li key={question}>
              {paired && <blockquote>{words[k]}</blockquote>}
              {question}
            </li>
          ))}
        </ul>
      )}
      {takenUp ? (
        <Forwarding finding={finding} topic={takenUp.topic} question={takenUp.question} scanned={scanned} />
      ) : (
        <Presses>
          <Press className={n === 0 ? 'first' : ''} does={() => take({ scan, finding: n })}>
            {t.scan.buttons[kind as keyof typeof t.scan.buttons] ?? button}
          </Press>
        </Presses>
      )}
    </>
  )
}

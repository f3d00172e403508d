import { useRef } from 'react'
import { t } from '../messages/more.ts'
import { Field } from '../parts/Field.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useDraft } from '../parts/use-draft.ts'
import { useDo } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { OnePuzzle } from './puzzled/OnePuzzle.tsx'

/** The Puzzled screen: each line gets a quoted answer or people, or can become an open question. */
export function Puzzled() {
  const { pages, more } = usePages('list-puzzles', { most: 30 })
  const puzzles = pages.flatMap((page) => page.puzzles)
  const [open, done] = [puzzles.filter(({ came }) => came.of !== 'answered'), puzzles.filter(isAnswered)]
  return (
    <div className="column puzzled">
      <Heading title={t.puzzled.title} />
      <p className="lead">{t.puzzled.lead}</p>
      <OneLine />
      {open.length > 0 && (
        <ol className="things" aria-label={t.puzzled.lines}>
          {open.map((puzzle) => (
            <li key={puzzle.id}>
              <OnePuzzle puzzle={puzzle} />
            </li>
          ))}
        </ol>
      )}
      {done.length > 0 && (
        <details className="making">
          <summary>{t.puzzled.done}</summary>
          <ul className="questions">
            {done.map((puzzle) => (
              <li key={puzzle.id}>
                <OnePuzzle puzzle={puzzle} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <ShowMore more={more} />
    </div>
  )
}

const isAnswered = ({ came }: { came: { of: string } }) => came.of === 'answered'

function OneLine() {
  const [words, setWords, forget] = useDraft('puzzled', '')
  const puzzled = useDo('puzzled')
  const field = useRef<HTMLInputElement>(null)
  const keep = async () => {
    if (!words.trim()) return
    await puzzled({ words })
    forget()
    setWords('')
    // Focuses the field for the next line.
    field.current?.focus()
  }
  return (
    <Form does={keep}>
      <Field name="words" label={t.puzzled.line}>
        <input
          ref={field}
          required
          maxLength={400}
          autoComplete="off"
          placeholder={t.puzzled.placeholder}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Sending>{t.puzzled.keep}</Sending>
    </Form>
  )
}

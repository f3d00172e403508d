import { useEffect, useState } from 'react'
import type { Out } from '../../contract.ts'
import { moment } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { focusHeading } from '../../parts/Heading.tsx'
import { saying } from '../../parts/Press.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useHouse } from '../../use-act.ts'

export type Merged = Out<'merge-page-text'>

/** Joins the pages of a merge, with each part whole. */
export function joinMerged(pages: Merged[]): Merged {
  const parts: Part[] = []
  for (const part of pages.flatMap((page) => page.parts)) {
    const before = parts.at(-1)
    if (before?.goesOn) parts[parts.length - 1] = joinPart(before, part)
    else parts.push(part)
  }
  return { ...(pages[0] as Merged), parts, next: null }
}

const joinPart = (one: Part, more: Part): Part => ({
  ...more,
  text: one.text + more.text,
  theirs: one.theirs === null ? null : one.theirs + (more.theirs ?? ''),
})

type Part = Merged['parts'][number]
type Choice = 'mine' | 'theirs' | 'both'

type TogetherProps = {
  merged: Merged
  busy: boolean
  error: unknown
  onKeep: (text: string) => void
  onWrite: (text: string) => void
}

/** Resolving a clash: the merged edits, with a choice where both changed the same. */
export function Together({ merged, busy, error, onKeep, onWrite }: TogetherProps) {
  const [choices, setChoices] = useState<Record<number, Choice>>({})
  const text = mergedText(merged.parts, choices)
  // The focused editor is gone.
  useEffect(focusHeading, [])
  const differ = merged.parts.flatMap((part, n) => (part.kind === 'both' ? [{ part, n }] : []))
  const theirs = useTheirs(merged)
  return (
    <section className="together">
      <p className="lead" role="alert">
        {theirs.says} {differ.length ? t.edit.differ : t.edit.fits}
      </p>
      {differ.map(({ part, n }) => (
        <TwoSides
          key={n}
          part={part}
          above={headingAbove(merged.parts, n)}
          theirs={theirs}
          choice={choices[n] ?? defaultChoice(part)}
          onChoose={(one) => setChoices({ ...choices, [n]: one })}
        />
      ))}
      <RefusalNote error={error} />
      <div className="row">
        <button type="button" className="first" {...saying(busy, true)} onClick={() => onKeep(text)}>
          {t.edit.keepTogether}
        </button>
        <button type="button" onClick={() => onWrite(text)}>
          {t.edit.lookOver}
        </button>
      </div>
    </section>
  )
}

type Theirs = { says: string; name: string; keep: string }

/** The other side of the merge: a colleague's, Whorl's or one's own, with its label. */
function useTheirs({ by, at, fromFolder }: Merged): Theirs {
  const { me } = useHouse('list-spaces', {})
  const when = moment(at)
  if (!by) return { says: t.edit.compiledMeanwhile(when), name: t.app, keep: t.edit.keepTheirs(t.app) }
  if (by.id !== me.id) {
    const says = fromFolder ? t.edit.savedInFolder(by.name, when) : t.edit.savedMeanwhile(by.name, when)
    return { says, name: by.name, keep: t.edit.keepTheirs(by.name) }
  }
  if (fromFolder) return { says: t.edit.youSavedInFolder(when), name: t.edit.inFolder, keep: t.edit.keepFolder }
  return { says: t.edit.youSaved(when), name: t.edit.elsewhere, keep: t.edit.keepElsewhere }
}

/** The default choice: both texts, since nothing is lost silently; of a field, mine. */
const defaultChoice = ({ field }: Part): Choice => (field === null ? 'both' : 'mine')

/** The page with the chosen sides. */
function mergedText(parts: readonly Part[], choices: Record<number, Choice>): string {
  return parts
    .map((part, n) => {
      if (part.kind !== 'both') return part.text
      const one = choices[n] ?? defaultChoice(part)
      const separated = part.text.endsWith('\n\n') ? part.text : `${part.text}\n`
      if (one === 'both') return part.text.trim() ? separated + part.theirs : part.theirs
      return one === 'mine' ? part.text : part.theirs
    })
    .join('')
}

function headingAbove(parts: readonly Part[], n: number): string {
  const above = parts.slice(0, n).map(({ text }) => text)
  return (
    above
      .join('')
      .match(/^#{1,6}[ \t]+.+$/gm)
      ?.at(-1)
      ?.replace(/^#+\s*/, '') ?? ''
  )
}

type TwoSidesProps = { part: Part; above: string; theirs: Theirs; choice: Choice; onChoose: (choice: Choice) => void }

function TwoSides({ part, above, theirs, choice, onChoose }: TwoSidesProps) {
  const choices: Choice[] = part.field === null ? ['both', 'mine', 'theirs'] : ['mine', 'theirs']
  const words = { both: t.edit.keepBoth, mine: t.edit.keepMine, theirs: theirs.keep }
  return (
    <fieldset className="choice two-sides">
      <legend>{part.field ? t.edit.bothField(part.field) : above ? t.edit.bothUnder(above) : t.edit.bothHere}</legend>
      <div className="two-texts">
        <Side label={t.edit.mine} text={part.text} left={choice === 'theirs'} />
        <Side label={theirs.name} text={part.theirs ?? ''} left={choice === 'mine'} />
      </div>
      <div className="choices">
        {choices.map((one) => (
          <label key={one}>
            <input type="radio" checked={choice === one} onChange={() => onChoose(one)} />
            {words[one]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One side of a conflict; a rejected one is dimmed and labelled. */
function Side({ label, text, left }: { label: string; text: string; left: boolean }) {
  return (
    <div className={left ? 'side left' : 'side'}>
      <small>
        {label}
        {left && ` · ${t.edit.notKept}`}
      </small>
      <p>{text.trim() || t.edit.tookOut}</p>
    </div>
  )
}

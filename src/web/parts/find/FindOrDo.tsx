import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { t } from '../../messages/more.ts'
import { type Findable, foundIn } from './findable.ts'
import { Narrowing } from './Narrowing.tsx'
import { piecesOf } from './narrowing.ts'
import type { Said } from './use-said.ts'

/** A named group of results, or of actions offered for the typed words. */
export type Group = { name: string; things: Findable[]; offered?: boolean }

type FindOrDoProps = {
  typed: string
  onType: (typed: string) => void
  said: Said
  /** Whether the topics match the present input; the first choice of Enter waits for it. */
  sure: boolean
  onChosen: (thing: Findable) => void
}

/** The finder's combobox: an input with results below, chosen by arrow keys and Enter. */
export function FindOrDo({ typed, onType, said, sure, onChosen }: FindOrDoProps) {
  const { groups: all, foundFor, narrowed, nothing } = said
  const id = useId()
  // The marked option by id, not by index, since search results arrive later than the rest.
  const [at, setAt] = useState('')
  const groups = all.filter((group) => group.things.length > 0)
  const things = groups.flatMap((group) => group.things)
  const marked = things.find((thing) => thing.id === at) ?? things[0]
  const idOf = (thing: Findable) => `${id}-${things.indexOf(thing)}`
  const markedId = marked && idOf(marked)
  const found = foundIn(groups)
  const saidOfAll = found > 0 ? t.find.count(found) : nothing ? t.find.nothing : ''
  const [entered, setEntered] = useState(false)
  useEffect(() => {
    if (!entered || !sure || !marked) return
    setEntered(false)
    onChosen(marked)
  }, [entered, sure, marked, onChosen])
  useEffect(() => {
    if (markedId) document.getElementById(markedId)?.scrollIntoView({ block: 'nearest' })
  }, [markedId])

  function move(event: KeyboardEvent) {
    // During input method composition the keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && marked) setAt(things[(things.indexOf(marked) + step + things.length) % things.length]?.id ?? '')
    else if (event.key === 'Enter' && marked) setEntered(true)
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="find-words"
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: it is opened in order to be typed into, and the first key must not be lost
        autoFocus
        aria-label={t.find.label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={markedId}
        autoComplete="off"
        spellCheck={false}
        placeholder={t.find.placeholder}
        value={typed}
        onKeyDown={move}
        onChange={(event) => {
          onType(event.target.value)
          setAt('')
          setEntered(false)
        }}
      />
      {typed.trim() && <Narrowing typed={typed} narrowed={narrowed} onType={onType} />}
      {foundFor.length > 0 && <p className="found-for">{t.find.foundFor(foundFor)}</p>}
      {nothing && <p className="found-for">{t.find.nothing}</p>}
      <div className="found" id={`${id}-list`} role="listbox" aria-label={t.find.found} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options has groups, not fieldsets
          <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
            <small id={`${id}-${group.name}`} role="presentation">
              {group.name}
            </small>
            {group.things.map((thing) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which stays focused
              <div
                key={thing.id}
                id={idOf(thing)}
                role="option"
                tabIndex={-1}
                aria-selected={thing === marked}
                onMouseMove={() => setAt(thing.id)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChosen(thing)}
              >
                <span>
                  <Marked text={thing.words} matched={thing.matched} />
                </span>
                {thing.note && <small>{thing.note}</small>}
                {thing.place && (
                  <span className="place">
                    <Marked text={thing.place} matched={thing.matched} />
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="unseen" role="status">
        {typed && [...(foundFor.length ? [t.find.foundFor(foundFor)] : []), saidOfAll].join(' ')}
      </p>
    </>
  )
}

function Marked({ text, matched = [] }: { text: string; matched?: string[] | undefined }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stand as they are
  return piecesOf(text, matched).map((piece, n) => (piece.matched ? <mark key={n}>{piece.text}</mark> : piece.text))
}

import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { t } from '../../messages/messages.ts'
import type { Findable } from './findable.ts'

/** What was found, under a name. */
export type Group = { name: string; things: Findable[] }

type FindOrDoProps = {
  typed: string
  onType: (typed: string) => void
  groups: Group[]
  onChosen: (thing: Findable) => void
}

/** One line to type in and what fits below it; arrows go through it, Enter takes what is marked. */
export function FindOrDo({ typed, onType, groups: all, onChosen }: FindOrDoProps) {
  const id = useId()
  // Marked by what it is and not by where it stands: what was said comes a moment later than the rest.
  const [at, setAt] = useState('')
  const groups = all.filter((group) => group.things.length > 0)
  const things = groups.flatMap((group) => group.things)
  const marked = things.find((thing) => thing.id === at) ?? things[0]
  const idOf = (thing: Findable) => `${id}-${things.indexOf(thing)}`
  const markedId = marked && idOf(marked)
  useEffect(() => {
    if (markedId) document.getElementById(markedId)?.scrollIntoView({ block: 'nearest' })
  }, [markedId])

  function move(event: KeyboardEvent) {
    // While a word is still being composed, the keys belong to it.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && marked) setAt(things[(things.indexOf(marked) + step + things.length) % things.length]?.id ?? '')
    else if (event.key === 'Enter' && marked) onChosen(marked)
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
        }}
      />
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
                <span>{thing.words}</span>
                {thing.note && <small>{thing.note}</small>}
                {thing.place && <span className="place">{thing.place}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="unseen" role="status">
        {typed && t.find.count(things.length)}
      </p>
    </>
  )
}

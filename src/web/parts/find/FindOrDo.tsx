import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { t } from '../../messages/messages.ts'
import type { Findable } from './findable.ts'

/** What was found, under a name. */
export type Group = { name: string; things: Findable[] }

type FindOrDoProps = { groups: (typed: string) => Group[]; onChosen: (thing: Findable) => void }

/** One line to type in and what fits below it; arrows go through it, Enter takes what is marked. */
export function FindOrDo({ groups: groupsFor, onChosen }: FindOrDoProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const groups = groupsFor(typed).filter((group) => group.things.length > 0)
  const things = groups.flatMap((group) => group.things)
  const marked = things[Math.min(at, things.length - 1)]
  const idOf = (thing: Findable) => `${id}-${things.indexOf(thing)}`
  const markedId = marked && idOf(marked)
  useEffect(() => {
    if (markedId) document.getElementById(markedId)?.scrollIntoView({ block: 'nearest' })
  }, [markedId])

  function move(event: KeyboardEvent) {
    // While a word is still being composed, the keys belong to it.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + things.length) % things.length)
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
          setTyped(event.target.value)
          setAt(0)
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
                onMouseMove={() => setAt(things.indexOf(thing))}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChosen(thing)}
              >
                <span>{thing.words}</span>
                {thing.note && <small>{thing.note}</small>}
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

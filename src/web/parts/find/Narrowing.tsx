import { t } from '../../messages/more.ts'
import { type Narrowed, withFilter, without } from './narrowing.ts'

type NarrowingProps = { typed: string; narrowed: Narrowed[]; onType: (typed: string) => void }

/** The filters of a search, each with a remove button; without any, the possible filters. */
export function Narrowing({ typed, narrowed, onType }: NarrowingProps) {
  return (
    <fieldset className="narrowing" aria-label={t.find.narrow}>
      {narrowed.map((one) => (
        <button
          key={`${one.filter}:${one.typed}`}
          type="button"
          className="narrowed"
          aria-label={t.find.without(nameOf(one))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onType(without(typed, one))}
        >
          {nameOf(one)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {narrowed.length === 0 &&
        t.find.hints.map(([filter, name]) => (
          <button
            key={filter}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onType(withFilter(typed, filter))}
          >
            {name}
          </button>
        ))}
    </fieldset>
  )
}

const nameOf = ({ filter, typed, is }: Narrowed): string =>
  is === null ? t.find.nobody[filter](typed) : t.find.only[filter](is)

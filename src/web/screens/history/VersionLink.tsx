import { Link } from '@tanstack/react-router'
import type { Out } from '../../contract.ts'
import { list, moment } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useSpace, useTopicPath } from '../../parts/use-space.ts'

type Version = Out<'page-history'>['versions'][number]

/** One version: who, when, and what they did, in a sentence. */
export function VersionLink({ version, shown }: { version: Version; shown: boolean }) {
  return (
    <li>
      <Link
        to="/$space/history/$"
        params={{ space: useSpace(), _splat: useTopicPath() }}
        search={{ v: version.version }}
        className="version"
        aria-current={shown ? 'true' : undefined}
        resetScroll
      >
        <strong>{version.by?.name ?? t.history.whorl}</strong>
        <span>{sentence(version)}</span>
        {version.words && <span className="as-it-reads">{changedWords(version.words)}</span>}
        <small>
          <time dateTime={version.at}>{moment(version.at)}</time>
          {version.fromFolder && ` · ${t.history.fromFolder}`}
          {version.now && ` · ${t.history.now}`}
        </small>
      </Link>
    </li>
  )
}

/** The changed words themselves, which say more than the section. */
function changedWords({ was, is }: NonNullable<Version['words']>): string {
  if (was && is) return t.history.became(was, is)
  return is ? t.history.came(is) : was ? t.history.went(was) : ''
}

function sentence({ first, backTo, did, under, fields, by }: Version): string {
  if (first) return t.history.first
  if (backTo) return t.history.backTo(moment(backTo.at))
  if (did === 'nothing') return by ? t.history.nothing : t.history.again
  if (under.length === 0 && fields.length) return t.history.fields(list(fields))
  return under.length ? t.history.didUnder[did](list(under)) : t.history.did[did]
}

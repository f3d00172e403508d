import { type Front, listField } from '../front/front.ts'
import { MOST_NAME } from '../limits.ts'

const FIELD = /^[ \t]*(?:- )?([\p{L}][\p{L}\p{N}_-]{0,40}):: *(.*?)[ \t]*$/u
const [MOST_FIELDS, MOST_ALIASES] = [50, 100]

/** The fields in the first lines of a body, as Logseq writes a page's properties: `alias:: a, b`. */
export function fieldsAtHead(body: string): Map<string, string> {
  const fields = new Map<string, string>()
  if (!/^\s{0,20}(?:- )?[\p{L}\p{N}_-]{1,41}::/u.test(body)) return fields
  for (const line of body.slice(0, 20_000).trimStart().split(/\r?\n/, MOST_FIELDS)) {
    const [, name, value] = FIELD.exec(line) ?? []
    if (name === undefined || value === undefined) break
    fields.set(name.toLowerCase(), value)
  }
  return fields
}

/** The other names of a page in its fields: `alias:: Rye, [[Sour bread]]`. */
export const aliasesAtHead = (body: string): string[] =>
  (fieldsAtHead(body).get('alias') ?? '')
    .split(',')
    .map((name) => name.replace(/^\s*(?:\[\[)?|(?:\]\])?\s*$/g, ''))
    .filter((name) => name !== '' && name.length <= MOST_NAME)
    .slice(0, MOST_ALIASES)

/** Front matter, with the other names that the page has in the fields at its head. */
export const withFieldsAtHead = (front: Pick<Front, 'get'>, body: string): Pick<Front, 'get'> => ({
  get: (name) => (name === 'aliases' ? [...listField(front, name), ...aliasesAtHead(body)] : front.get(name)),
})

import { attributeOf, elementIn, elementsIn, type Xml } from './xml.ts'

type Form = 'date' | 'time' | 'date-time' | 'percent' | 'plain'

/** How the numbers of each cell style are shown, as far as it changes what they mean. */
export function formsOf(styles: Xml | undefined): Form[] {
  const own = new Map(
    elementsIn(elementIn(styles, 'numFmts'), 'numFmt').map((one) => [
      attributeOf(one, 'numFmtId') ?? '',
      attributeOf(one, 'formatCode') ?? '',
    ]),
  )
  return elementsIn(elementIn(styles, 'cellXfs'), 'xf').map((xf) => {
    const id = attributeOf(xf, 'numFmtId') ?? '0'
    return formOf(own.get(id), Number(id))
  })
}

function formOf(code: string | undefined, id: number): Form {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    if (id === 22) return 'date-time'
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
    return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'plain'
  }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';')[0] ?? ''
  if (bare.includes('%')) return 'percent'
  const [day, time] = [/[yd年月日]/i.test(bare) || /mmm/i.test(bare), /[hs時分秒]/i.test(bare)]
  return day && time ? 'date-time' : day ? 'date' : time ? 'time' : 'plain'
}

const DAY_MS = 86_400_000

/** A number as its cell shows it: days and times by ISO 8601, shares in per cent, else the number without noise. */
export function numberShown(written: string, form: Form, from1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (form === 'percent') return `${tidy(value * 100)}%`
  if (form === 'plain' || value < 0 || value > 2_958_465) return tidy(value, written)
  // Day 60 of the usual count is 29 February 1900, which was not.
  const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000)
  const iso = new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 10)
  const clock = at.toISOString().slice(11, 19).replace(/:00$/, '')
  if (form === 'time') return value >= 1 ? `${Math.floor(value * 24)}:${clock.slice(3)}` : clock
  return form === 'date' ? iso : `${iso} ${clock}`
}

/** Sums of decimals are stored as 0.30000000000000004. */
function tidy(value: number, written = ''): string {
  const short = Number(value.toPrecision(15))
  return String(short) === String(Number(written)) && !/e/i.test(written) && written ? written : String(short)
}

/** Output of `git log`: Jo alone builds an engine; long after, Ben changes it. */
export function historyOf(): string {
  const day = (n: number) => Math.floor(Date.parse('2024-01-01T09:00:00Z') / 1000) + n * 86_400 * 20
  const lines: string[] = []
  for (let n = 0; n < 12; n++) {
    const why = `Keep valve ${n} shut while the pump is warm${n % 3 ? '' : ' for now'}`
    lines.push(`@@c${n}\tJo\tjo@example.org\t${day(n)}\t${why}`, '')
    lines.push(`${n === 0 ? 'A' : 'M'}\tengine/valve-${n % 4}.ts`, `A\tengine/part-${n}.ts`)
  }
  lines.push(`@@d1\tBen\tben@example.org\t${day(30)}\tFix a typo`, '', 'M\tengine/valve-1.ts')
  return lines.join('\n')
}

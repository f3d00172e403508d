/**
 * Calls back with the start and end of each line, without its `\n`, `\r\n` or `\r`. A final line
 * end begins one more line.
 */
export function eachLine(text: string, report: (from: number, to: number) => void): void {
  let from = text.startsWith('\uFEFF') ? 1 : 0
  let feed = text.indexOf('\n', from)
  for (let back = text.indexOf('\r', from); feed >= 0 || back >= 0; ) {
    const end = feed < 0 || (back >= 0 && back < feed) ? back : feed
    report(from, end)
    from = end === back && feed === end + 1 ? end + 2 : end + 1
    if (feed >= 0 && feed < from) feed = text.indexOf('\n', from)
    if (back >= 0 && back < from) back = text.indexOf('\r', from)
  }
  report(from, text.length)
}

/** Loaded into a server before it starts: sets its clock to a time that whoever started it says. */
import { isMainThread } from 'node:worker_threads'

const RealDate = Date
let ahead = 0

class SetDate extends RealDate {
  constructor(...given: [] | [string | number | Date]) {
    if (given.length > 0) super(given[0] as string)
    else super(RealDate.now() + ahead)
  }
  static override now(): number {
    return RealDate.now() + ahead
  }
}

if (isMainThread && process.send) {
  globalThis.Date = SetDate as DateConstructor
  process.on('message', (time) => {
    ahead = RealDate.parse(String(time)) - RealDate.now()
    process.send?.('set')
  })
  // The channel to whoever started it must not keep a server that is told to stop.
  process.channel?.unref()
}

/** English for a language model that writes pages: which, where, and what it is sent. */
export const modelHere = {
  note: (on: string) => `A language model is on here · ${on}`,
  told: '{name} has turned on that {model} at {where} may write pages of {area}.',
  open: 'All that is open here',
  sent: 'When a page is put together, it is sent the page’s title, the lines people confirmed for it, and the passages of sources it cites: never who said them, nothing unconfirmed, nothing else.',
  made: 'What it writes is checked sentence by sentence against those lines. What they do not say is marked. It confirms nothing, answers nobody, and is never asked about people.',
  seen: 'Seen',
}

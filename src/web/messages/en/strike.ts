/** English for striking a conversion that was recorded wrongly. */
export const strike = {
  notSo: 'Not so?',
  more: 'Then it counts in nothing any more. That it was kept, and who took it back, stays in the ledger.',
  whys: {
    'did-not-happen': 'It did not happen',
    'happened-otherwise': 'It was otherwise',
    'counted-twice': 'It is here twice',
  },
  done: 'Done. It counts in nothing any more.',
}

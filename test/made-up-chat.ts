/** A made-up Slack export: repeated questions, false friends of them, and the rest of an export. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Said = [channel: string, at: string, by: string, text: string, more?: Record<string, unknown>]

const people = [
  { id: 'UANA', name: 'ana', real_name: 'Ana', profile: { real_name: 'Ana' } },
  { id: 'UBEN', name: 'ben', profile: { real_name: 'Ben', display_name: 'benny' } },
  { id: 'UMARA', name: 'mara', real_name: 'Mara', profile: null },
  { id: 'UTHEO', name: 'theo', real_name: 'Theo', deleted: true },
  { id: 'UINES', name: 'ines', real_name: 'Inês' },
  { id: 'UBOT', name: 'ovenbot', real_name: 'Oven Bot', is_bot: true },
]

const ts = (at: string) => (Date.parse(`${at.replace(' ', 'T')}:00Z`) / 1000).toFixed(6)
const inThread = (at: string) => ({ thread_ts: ts(at) })
const sign = (name: string, ...users: string[]) => ({ reactions: [{ name, users, count: users.length }] })

const said: Said[] = [
  // Asked twice in nearly the same words, in a channel and in a thread.
  ['general', '2026-03-03 09:00', 'UANA', 'Hi all, how do I reset the VPN token?'],
  ['general', '2026-03-03 09:02', 'UMARA', '<@UANA> open the VPN portal, choose Reset token, then scan the new code.'],
  ['general', '2026-03-03 09:05', 'UANA', 'thanks!'],
  ['ovens', '2026-05-03 11:00', 'UBEN', 'Does anyone know how to reset the VPN token?', inThread('2026-05-03 11:00')],
  [
    'ovens',
    '2026-05-03 11:30',
    'UMARA',
    'Yes: go to <https://vpn.bakery.example/portal|the portal> and choose *Reset token*.\n1. Sign in with your badge number\n2. Choose `Reset token`\n3. Scan the new code within five minutes, else it begins again.',
    { ...inThread('2026-05-03 11:00'), edited: { user: 'UMARA', ts: ts('2026-05-03 11:31') }, ...sign('pray', 'UBEN') },
  ],
  ['ovens', '2026-05-03 11:32', 'UINES', 'same question here', inThread('2026-05-03 11:00')],
  // Asked again in other words; the answers say the same.
  ['ovens', '2026-02-10 08:00', 'UINES', 'Why does the deck oven trip the breaker in the morning?'],
  [
    'ovens',
    '2026-02-10 08:04',
    'UBEN',
    '<@UINES> it draws too much when all three decks heat at once. Heat the lower deck first and wait ten minutes.',
  ],
  ['ovens', '2026-04-20 08:00', 'UANA', 'Why is the breaker of the oven tripping?'],
  [
    'ovens',
    '2026-04-20 08:03',
    'UMARA',
    'All three decks heat at once and draw too much. Heat the lower deck first, then the others after ten minutes. The chart is on the wall beside the breaker, and the electrician left a note.',
  ],
  // Similar words, but different questions.
  ['general', '2026-01-12 10:00', 'UANA', 'How do I export the weekly order sheet?'],
  ['general', '2026-01-12 10:01', 'UBEN', 'In the order sheet choose File, then Export, and send it to the printer.'],
  ['general', '2026-02-12 10:00', 'UINES', 'How do I import the weekly order sheet?'],
  [
    'general',
    '2026-02-12 10:01',
    'UBEN',
    'In the order sheet choose File, then Import, and take the one from the mail.',
  ],
  ['general', '2026-01-13 10:00', 'UANA', 'How long must the rye dough rest in basket 4?'],
  ['general', '2026-01-13 10:01', 'UMARA', 'Ninety minutes in the warm room, two hours where it is cold.'],
  ['general', '2026-02-13 10:00', 'UINES', 'How long must the rye dough rest in basket 7?'],
  ['general', '2026-02-13 10:01', 'UMARA', 'That one is for the fridge, so the rye rests there overnight.'],
  ['general', '2026-01-14 10:00', 'UANA', 'Who orders the flour for the Saturday market?'],
  ['general', '2026-01-14 10:01', 'UBEN', 'Inês orders the flour for the Saturday market by Wednesday noon.'],
  ['general', '2026-02-14 10:00', 'UINES', 'Where is the flour for the Saturday market?'],
  ['general', '2026-02-14 10:01', 'UBEN', 'The flour for the Saturday market is in the cellar, on the left side.'],
  // Repeated, but only of passing interest.
  ['general', '2026-01-15 12:00', 'UANA', 'What is for lunch in the bakery kitchen today?'],
  ['general', '2026-01-15 12:01', 'UBEN', 'Soup in the bakery kitchen, and the bread that was left over.'],
  ['general', '2026-02-15 12:00', 'UANA', 'What is for lunch in the bakery kitchen today?'],
  ['general', '2026-02-15 12:01', 'UBEN', 'Soup again in the bakery kitchen, and the bread that was left over.'],
  // Asked twice and answered once; asked again within the hour.
  ['general', '2026-01-16 09:00', 'UINES', 'How do I clean the spiral mixer bowl?'],
  ['general', '2026-01-16 09:20', 'UINES', 'How do I clean the spiral mixer bowl?'],
  [
    'general',
    '2026-01-16 09:21',
    'UMARA',
    'Warm water and the soft brush, never the steel one, and dry the spiral mixer bowl at once.',
  ],
  ['general', '2026-03-16 09:00', 'UBEN', 'How do I clean the spiral mixer bowl?'],
  // Answered by somebody who has left, and by nobody else.
  ['general', '2026-01-17 09:00', 'UANA', 'Where do we keep the spare proofing baskets?'],
  [
    'general',
    '2026-01-17 09:01',
    'UTHEO',
    'The spare proofing baskets are in the loft, behind the sacks of spelt from last year.',
  ],
  ['general', '2026-03-17 09:00', 'UINES', 'Where do we keep the spare proofing baskets?'],
  [
    'general',
    '2026-03-17 09:01',
    'UTHEO',
    'Still in the loft, behind the sacks of spelt, the spare proofing baskets are.',
  ],
  // Bots and membership messages.
  ['general', '2026-03-18 09:00', 'UBOT', 'How do I reset the VPN token?', { subtype: 'bot_message', bot_id: 'B1' }],
  ['general', '2026-03-18 09:01', 'UMARA', '<@UMARA> has joined the channel', { subtype: 'channel_join' }],
  // Private channels and direct messages.
  ['wages', '2026-01-02 09:00', 'UANA', 'How do I reset the wages of the Saturday shift?'],
  ['DANABEN', '2026-01-02 09:00', 'UANA', 'How do I reset my secret diary password?'],
]

/** The files of the export by path; a test may change them. */
export function madeUpChat(): Record<string, string> {
  const days = Map.groupBy(said, ([channel, at]) => `${channel}/${at.slice(0, 10)}.json`)
  const messages = [...days].map(([path, all]) => [
    path,
    JSON.stringify(all.map(([, at, user, text, more]) => ({ type: 'message', user, text, ts: ts(at), ...more }))),
  ])
  return {
    'users.json': JSON.stringify(people),
    'channels.json': JSON.stringify([
      { id: 'C1', name: 'general', is_general: true },
      { id: 'C2', name: 'ovens', members: ['UANA'] },
    ]),
    'groups.json': JSON.stringify([{ id: 'G1', name: 'wages' }]),
    'dms.json': JSON.stringify([{ id: 'DANABEN', members: ['UANA', 'UBEN'] }]),
    'integration_logs.json': '[]',
    ...Object.fromEntries(messages),
  }
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

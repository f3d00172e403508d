import { expect, test } from 'vitest'
import { readSlackExport } from './read-slack-export.ts'

const USERS = [
  { id: 'U0TOR', name: 'tor', profile: { real_name: 'Tor Vik' } },
  { id: 'U0SIV', name: 'siv', profile: { real_name: 'Siv Lund' } },
  { id: 'U0APP', name: 'pager', is_bot: true },
]
const CHANNELS = [
  { id: 'C0DOCK', name: 'dock' },
  { id: 'C0CRANE', name: 'crane-two' },
]
const GROUPS = [{ id: 'G0BOARD', name: 'harbour-board' }]

type Given = Record<string, unknown>

function read(...days: Given[][]) {
  const files: Record<string, unknown> = { 'users.json': USERS, 'channels.json': CHANNELS, 'groups.json': GROUPS }
  for (const [n, messages] of days.entries()) files[`dock/2025-01-0${n + 1}.json`] = messages
  const given = (path: string) => ({ text: JSON.stringify(files[path]) })
  return readSlackExport({ paths: Object.keys(files), read: given, progress: () => {} })
}

let clock = 1_735_700_000
const said = (text: string, more: Given = {}): Given => ({
  type: 'message',
  user: 'U0TOR',
  ts: `${++clock}.000100`,
  text,
  ...more,
})
const words = (...days: Given[][]) => read(...days).messages.map((one) => `${one.by.name}: ${one.words}`)
const rich = (...elements: Given[]) => [{ type: 'rich_text', elements }]
const section = (...elements: Given[]) => ({ type: 'rich_text_section', elements })
const text = (words: string) => ({ type: 'text', text: words })

test('Who is in no list is called as their messages call them, also where a later one says so', () => {
  const guest = { user: 'U0GUEST', user_profile: { real_name: 'Per Hol (Pilot)', name: 'U0GUEST' } }
  const late = [said('Ask <@U0GUEST>'), said('Yes', { user: 'U0GUEST' })]
  expect(words(late, [said('Hello', guest)])).toEqual([
    'Tor Vik: Ask @Per Hol (Pilot)',
    'Per Hol (Pilot): Yes',
    'Per Hol (Pilot): Hello',
  ])
  expect(words([said('I am here <@U0NONE>', { user: 'U0NONE', user_profile: { name: 'U0NONE' } })])).toEqual([
    'someone: I am here @someone',
  ])
  expect(read(late).leftOut).toEqual([expect.stringMatching(/^1 person is in no list.*dock\/2025-01-01\.json:2/)])
})

test('Channels are called by the lists, however a message points to them', () => {
  expect(words([said('<#C0CRANE> <#C0CRANE|> <#C0CRANE|crane> <#G0BOARD> <#C0GONE|> <#C0GONE>')])).toEqual([
    'Tor Vik: #crane-two #crane-two #crane #harbour-board #unlisted #unlisted',
  ])
})

test('Words that only blocks hold are read, with names, links, lists and quotes', () => {
  const blocks = rich(
    section(text('Ask '), { type: 'user', user_id: 'U0SIV' }, text(' in '), { type: 'channel', channel_id: 'C0CRANE' }),
    { type: 'rich_text_list', style: 'ordered', elements: [section(text('Lower <it>')), section(text('Lock & wait'))] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [section({ type: 'link', url: 'https://a.example', text: 'Plan' })],
    },
    { type: 'rich_text_quote', elements: [text('never at night')] },
    { type: 'rich_text_preformatted', elements: [text('lift --slow')] },
    section({ type: 'broadcast', range: 'here' }, { type: 'emoji', name: 'crane' }),
  )
  const [message] = read([said('', { blocks })]).messages
  expect(message?.words).toBe(
    'Ask @Siv Lund in #crane-two\n1. Lower <it>\n2. Lock & wait\n- Plan (https://a.example)\n> never at night\n```\nlift --slow\n```\n@here:crane:',
  )
  expect(message?.mentions).toEqual(['U0SIV'])
  const kit = [
    { type: 'header', text: { type: 'plain_text', text: 'Tides' } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: 'Low at <!date^0^{time}|noon>' },
      fields: [{ type: 'mrkdwn', text: '*2 m*' }],
    },
    {
      type: 'context',
      elements: [
        { type: 'image', alt_text: 'x' },
        { type: 'plain_text', text: 'by Siv' },
      ],
    },
    { type: 'markdown', text: 'and **high** at six' },
  ]
  expect(words([said("This content can't be displayed.", { blocks: kit })])).toEqual([
    'Tor Vik: Tides\nLow at noon\n*2 m*\nby Siv\nand **high** at six',
  ])
})

test('What a listed person posts by an app is theirs; what an app posts is left out and counted', () => {
  const { messages, leftOut } = read([
    said('By mail', { bot_id: 'B1', bot_profile: { name: 'Mail' } }),
    said('Alarm', { user: 'U0APP', bot_id: 'B2' }),
    said('Alarm', { user: undefined, bot_id: 'B2', username: 'alarm', subtype: 'bot_message' }),
    said('Alarm', { user: 'U0NEW', bot_id: 'B3' }),
    said('Reminder', { user: 'USLACKBOT' }),
  ])
  expect(messages.map(({ words }) => words)).toEqual(['By mail'])
  expect(leftOut).toEqual(['4 posts by apps are left out (the first: dock/2025-01-01.json:2).'])
})

test('An attachment is read where it is their own, and left out where others wrote it', () => {
  const { messages, leftOut } = read([
    said('', {
      attachments: [{ pretext: 'Notice', text: 'Crane two is shut', fields: [{ title: 'Until', value: 'May' }] }],
    }),
    said('', { attachments: [{ text: 'Old words', author_id: 'U0SIV', is_share: true }] }),
    said('', { attachments: [{ text: 'A page', from_url: 'https://a.example' }] }),
    said('See this', { attachments: [{ text: 'Old words', is_msg_unfurl: true }] }),
  ])
  expect(messages.map(({ words }) => words)).toEqual(['Notice\nCrane two is shut\nUntil: May', 'See this'])
  expect(leftOut).toEqual([expect.stringMatching(/^2 messages that only pass on what others wrote are left out/)])
})

test('An edited message is read as it is since, once, and a deleted one not at all', () => {
  const first = said('Lift at nine')
  const change = (words: string) =>
    said('', {
      subtype: 'message_changed',
      hidden: true,
      user: undefined,
      message: { ...first, text: words, edited: {} },
    })
  const gone = said('Wrong channel')
  const { messages, leftOut } = read(
    [first, gone, change('Lift at ten'), change('Lift at eleven')],
    [
      said('', { subtype: 'message_deleted', hidden: true, deleted_ts: gone.ts }),
      said('This message was deleted.', { subtype: 'tombstone', user: 'USLACKBOT', hidden: true }),
    ],
  )
  expect(messages.map(({ words }) => words)).toEqual(['Lift at eleven'])
  expect(leftOut).toEqual([expect.stringMatching(/^2 messages that were deleted are left out/)])
})

test('A reply shown in the channel as well is read once, though it stands there twice', () => {
  const parent = said('How do we moor at ebb?')
  const reply = said('With four lines', { user: 'U0SIV', thread_ts: parent.ts })
  const shown = said('With four lines', {
    user: 'U0SIV',
    thread_ts: parent.ts,
    subtype: 'thread_broadcast',
    root: parent,
  })
  expect(words([parent, reply, shown, { ...reply, subtype: 'thread_broadcast' }])).toHaveLength(2)
  expect(words([parent, shown])).toHaveLength(2)
})

test('A reply whose first message is gone is read and said to be so; notices and files without words are left out', () => {
  const { messages, leftOut } = read([
    said('Then tie it twice', { thread_ts: '1700000000.000100' }),
    said('<@U0TOR> has joined', { subtype: 'channel_join' }),
    said('<@U0SIV> has left', { subtype: 'channel_leave' }),
    said('', { files: [{ name: 'chart.pdf' }] }),
    said('The chart', { files: [{ name: 'chart.pdf' }] }),
    said('<@U0TOR> uploaded a file', {
      subtype: 'file_share',
      file: { initial_comment: { comment: 'The old chart' } },
    }),
    said('<@U0TOR> commented', {
      user: undefined,
      subtype: 'file_comment',
      comment: { user: 'U0SIV', comment: 'Too old' },
    }),
  ])
  expect(messages.map(({ by, words }) => `${by.name}: ${words}`)).toEqual([
    'Tor Vik: Then tie it twice',
    'Tor Vik: The chart',
    'Tor Vik: The old chart',
    'Siv Lund: Too old',
  ])
  expect(leftOut).toEqual([
    '2 notices of joining, leaving and the like are left out (the first: dock/2025-01-01.json:2).',
    '1 file that came without words is left out (dock/2025-01-01.json:4).',
    '1 reply is read without the message it answers, which is not in the export (dock/2025-01-01.json:1).',
  ])
})

test('Blocks that were made to take long do not', () => {
  let deep: Given = text('deep')
  for (let n = 0; n < 500; n++) deep = { type: 'section', elements: [deep] }
  const wide = rich(...Array.from({ length: 50_000 }, () => section(text('wide'))))
  const { messages, leftOut } = read([said('', { blocks: [deep] }), said('', { blocks: wide })])
  expect(messages.map(({ words }) => words.startsWith('wide'))).toEqual([true])
  expect(leftOut).toEqual([expect.stringMatching(/^1 message has no words/)])
})

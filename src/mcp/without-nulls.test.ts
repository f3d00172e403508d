import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesWithoutNulls, withoutNulls } from './without-nulls.ts'

const call = { jsonrpc: '2.0', id: 1, method: 'tools/call' }

test.each([
  [{ ...call, params: null }, call],
  [
    { ...call, params: { name: 'today', arguments: null, _meta: null } },
    { ...call, params: { name: 'today' } },
  ],
  [
    [{ ...call, params: null }, call],
    [call, call],
  ],
  // What a tool is given is for the tool to judge.
  [
    { ...call, params: { arguments: { after: null } } },
    { ...call, params: { arguments: { after: null } } },
  ],
  [
    { ...call, id: null, params: [null] },
    { ...call, id: null, params: [null] },
  ],
  [null, null],
  ['null', 'null'],
])('%j is read as %j', (sent, read) => {
  expect(withoutNulls(sent)).toEqual(read)
})

test('Messages, a line each, are passed on whole however they are cut into chunks', async () => {
  const message = fc.record({ method: fc.string({ unit: 'binary' }), params: fc.constant(null) })
  const lines = fc.array(fc.oneof(message, fc.constant('no JSON')), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 40 }), async (sent, size) => {
      const said = sent.map((one) => (one === 'no JSON' ? one : JSON.stringify(one)))
      const bytes = Buffer.from(`${said.join('\n')}\n`)
      const stream = linesWithoutNulls()
      for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size))
      stream.end()
      let passed = ''
      for await (const part of stream) passed += part
      const expected = sent.map((one) => (typeof one === 'string' ? one : JSON.stringify({ method: one.method })))
      expect(passed).toBe(`${expected.join('\n')}\n`)
    }),
    { numRuns: 50 },
  )
})

test('A line that does not end is passed on, so that its size is refused', async () => {
  const stream = linesWithoutNulls()
  let passed = 0
  stream.on('data', (part: Buffer) => {
    passed += part.length
  })
  for (let n = 0; n < 12; n++) stream.write('x'.repeat(1024 * 1024))
  await new Promise<void>((resolve) => stream.end(resolve))
  expect(passed).toBeGreaterThan(10 * 1024 * 1024)
})

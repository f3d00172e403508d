/** Whatever can grow is given a page at a time: read from the acts' own schemas, so that a new act is held to it too. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { acts } from '../src/acts.ts'

type Schema = {
  type?: string
  maxItems?: number
  maxProperties?: number
  'x-goes-on'?: boolean
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** A schema with all that stand in it, each with the way to it. */
function* within(schema: Schema, way: string): Generator<[string, Schema]> {
  yield [way, schema]
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* within(one, way)
  for (const [name, one] of Object.entries(schema.properties ?? {})) yield* within(one, `${way}.${name}`)
  if (schema.items) yield* within(schema.items, `${way}[]`)
  if (typeof schema.additionalProperties === 'object') yield* within(schema.additionalProperties, `${way}{}`)
}

const answers = acts.map((act) => ({
  act,
  schemas: [...within(z.toJSONSchema(act.output, { io: 'output' }) as Schema, act.name)],
}))

test('Every list in an answer says how much it holds at most', () => {
  const endless = answers.flatMap(({ schemas }) =>
    schemas.flatMap(([way, { type, maxItems, additionalProperties, maxProperties }]) => {
      if (type === 'array' && maxItems === undefined) return way
      return typeof additionalProperties === 'object' && maxProperties === undefined ? way : []
    }),
  )
  expect(endless).toEqual([])
})

test('What goes on says where, and can be asked for from there', () => {
  for (const { act, schemas } of answers) {
    const goesOn = schemas.filter(([, schema]) => schema['x-goes-on'])
    const [output, input] = [Object.keys(act.output.shape), Object.keys(act.input.shape)]
    if (goesOn.length === 0) expect([act.name, output.includes('next')]).toEqual([act.name, false])
    else {
      expect([act.name, output.includes('next'), input.includes('after')]).toEqual([act.name, true, true])
      for (const [way, { type, maxItems = 0 }] of goesOn)
        if (type === 'array' && !way.startsWith('read-page.') && !way.startsWith('preview-page.'))
          expect([way, maxItems <= 200]).toEqual([way, true])
    }
  }
})

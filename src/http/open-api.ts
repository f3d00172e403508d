import { z } from 'zod'
import type { Act } from '../ba/index.ts'
import { CHANGED } from './changed.ts'

const refusal = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        refusal: { enum: ['absent', 'unfit', 'not-yours', 'clash', 'too-many', 'fault'] },
        field: { type: ['string', 'null'] },
        problem: { type: 'string' },
        remedy: { type: 'string' },
      },
      required: ['refusal', 'field', 'problem', 'remedy'],
    },
  },
  required: ['error'],
}

const changed = {
  description:
    'What it changed, of what the caller may hear of: a JSON list of entries, each with its `id`, `nouns` and `topics`, as the stream tells them. Missing where that is not known, as of a key sent again.',
  schema: { type: 'string' },
}

/** Describes every act by OpenAPI 3.1. */
export function openApi(acts: readonly Act[]): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Whorl',
      version: '1',
      description:
        'Every act by POST with a JSON body; those that only read also by GET. A `key` in the body makes a repeat harmless.',
    },
    components: {
      schemas: { Refusal: refusal },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'whorl.session_token' } },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(acts.map((act) => [pathOf(act), operations(act)])),
  }
}

const pathOf = (act: Act) => (act.scope === 'house' ? `/api/house/${act.name}` : `/api/{space}/${act.name}`)

function operations(act: Act): Record<string, unknown> {
  const input = schemaOf(act.input, 'input')
  const fields = (input.properties ?? {}) as Record<string, unknown>
  const required = (input.required ?? []) as string[]
  const space = { name: 'space', in: 'path', required: true, schema: { type: 'string' } }
  const common = {
    summary: act.says,
    'x-may': act.may,
    responses: {
      200: {
        description: 'What came of it',
        ...(!act.reads && { headers: { [CHANGED]: changed } }),
        content: { 'application/json': { schema: schemaOf(act.output, 'output') } },
      },
      default: {
        description: 'A refusal',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
  const inPath = act.scope === 'house' ? [] : [space]
  const body = act.reads ? input : { ...input, properties: { ...fields, key: { type: 'string', maxLength: 100 } } }
  return {
    post: {
      operationId: act.name,
      ...common,
      parameters: inPath,
      requestBody: { required: required.length > 0, content: { 'application/json': { schema: body } } },
    },
    ...(act.reads && {
      get: {
        operationId: `${act.name}-by-get`,
        ...common,
        parameters: [
          ...inPath,
          ...Object.entries(fields).map(([name, schema]) => ({
            name,
            in: 'query',
            required: required.includes(name),
            schema,
          })),
        ],
      },
    }),
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}

import { expect, test } from 'vitest'
import { modelSaidBy } from './model-said.ts'

const OLLAMA = { WHORL_MODEL_URL: 'http://localhost:11434/v1', WHORL_MODEL_NAME: 'qwen3:8b' }

test('An environment that says nothing of a model gives none, and a key alone is none', () => {
  expect(modelSaidBy({})).toBeNull()
  expect(modelSaidBy({ WHORL_MODEL_URL: '', WHORL_MODEL_NAME: '' })).toBeNull()
  expect(modelSaidBy({ ANTHROPIC_API_KEY: 'a key of something else on this machine' })).toBeNull()
})

test('A model is told by its name and host, never by a key or a path', () => {
  const said = modelSaidBy({ ...OLLAMA, WHORL_MODEL_URL: 'https://user:secret@models.example:8443/v1/x?key=secret' })
  expect(said).toMatchObject({ name: 'qwen3:8b', where: 'models.example:8443', ms: 180_000, prices: null })
  expect(JSON.stringify(said)).not.toContain('secret')
  expect(modelSaidBy({ ANTHROPIC_API_KEY: 'k', WHORL_MODEL_NAME: 'claude' })?.where).toBe('api.anthropic.com')
})

test('Prices are for a million tokens, in a currency', () => {
  const said = modelSaidBy({ ...OLLAMA, WHORL_MODEL_PRICE_IN: '0.5', WHORL_MODEL_CURRENCY: 'EUR' })
  expect(said?.prices).toEqual({ in: 0.5, out: 0, currency: 'EUR' })
})

test.each([
  ['WHORL_MODEL_URL', { WHORL_MODEL_URL: 'file:///etc/passwd', WHORL_MODEL_NAME: 'x' }],
  ['WHORL_MODEL_URL', { WHORL_MODEL_URL: 'models', WHORL_MODEL_NAME: 'x' }],
  ['WHORL_MODEL_NAME', { WHORL_MODEL_URL: OLLAMA.WHORL_MODEL_URL }],
  ['WHORL_MODEL_SECONDS', { ...OLLAMA, WHORL_MODEL_SECONDS: 'soon' }],
  ['WHORL_MODEL_FORM', { ...OLLAMA, WHORL_MODEL_FORM: 'other' }],
  ['WHORL_MODEL_CURRENCY', { ...OLLAMA, WHORL_MODEL_CURRENCY: '$' }],
])('What is wrong is said when the server starts: %s', (name, given) => {
  expect(() => modelSaidBy(given)).toThrow(name)
})

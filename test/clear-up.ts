/** Runs in every test file: what its hooks opened is closed after its last test. */
import { afterAll } from 'vitest'
import { clearUp } from './afterwards.ts'

afterAll(clearUp)

/** Set-up of every test file: runs the clean-ups of its hooks after its last test. */
import { afterAll } from 'vitest'
import { clearUp } from './afterwards.ts'

afterAll(clearUp)

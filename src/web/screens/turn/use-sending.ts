import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, freshKey, Refused } from '../../client.ts'
import { t } from '../../messages/messages.ts'
import { useSpace } from '../../parts/use-space.ts'
import type { Found } from '../bring/dropped.ts'
import { inParts, mostBytes } from './in-parts.ts'
import { packed, worthSending } from './packed.ts'

/** Sends what was picked, a part at a time, and has it turned; `how` is how much has gone, from 0 to 1. */
export function useSending(area: string, onSent: (turn: string) => void) {
  const space = useSpace()
  const cache = useQueryClient()
  const [how, setHow] = useState<number | null>(null)
  const [error, setError] = useState<unknown>()

  async function sendAll(found: Found[]) {
    const [first] = found
    const single = found.length === 1 && first && !first.path.includes('/') ? first.file : undefined
    const files = single ? [] : found.filter(worthSending)
    if (!single && files.length === 0) throw refused(t.turn.nothingIn)
    const size = single ? single.size : files.reduce((sum, { file }) => sum + file.size, 0)
    if (size > mostBytes) throw refused(t.turn.tooMuch)
    const name = (single ? single.name : (first?.path.split('/')[0] ?? '')).slice(0, 200) || t.turn.unnamed
    const { turn } = await call(space, 'begin-turn', { name, ...(area ? { area } : {}) }, freshKey())
    const parts = inParts((part, bytes) => call(space, 'send-part', { turn, part, bytes }, freshKey()))
    let gone = 0
    const add = async (bytes: Uint8Array) => {
      await parts.add(bytes)
      gone += bytes.length
      setHow(Math.min(1, gone / Math.max(1, size)))
    }
    if (single) await sliced(single, add)
    else await packed(files, add)
    await parts.end()
    await call(space, 'turn', { turn }, freshKey())
    await cache.invalidateQueries()
    return turn
  }

  async function send(found: Found[]) {
    setError(undefined)
    setHow(0)
    try {
      onSent(await sendAll(found))
    } catch (fault) {
      setError(fault)
      setHow(null)
    }
  }
  return { how, error, send }
}

const slice = 1024 * 1024

async function sliced(file: File, add: (bytes: Uint8Array) => Promise<void>) {
  for (let at = 0; at < file.size; at += slice)
    await add(new Uint8Array(await file.slice(at, at + slice).arrayBuffer()))
}

const refused = (problem: string) => new Refused({ refusal: 'unfit', field: null, problem, remedy: '', own: true })

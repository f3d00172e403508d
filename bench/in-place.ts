/** Places to measure in that are gone afterwards: a folder, a database. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Works in a folder on a disk, which goes again. */
export async function inFolder<T>(path: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(path, 'whorl-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Works on a database of its own, on a server where databases may be made. */
export async function inDatabase<T>(address: string, work: (url: string) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: address })
  const name = `whorl_bench_${randomBytes(4).toString('hex')}`
  await admin.connect()
  try {
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
    const url = new URL(address)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

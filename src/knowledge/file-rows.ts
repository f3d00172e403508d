import { sql } from 'kysely'
import { grew } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type FileRow = Tables['file']

const add = statement((db, $: Slots<FileRow>) =>
  db.insertInto('file').values({
    space_id: $.space_id,
    id: $.id,
    name: $.name,
    media_type: $.media_type,
    size: $.size,
    sha256: $.sha256,
    brought_by: $.brought_by,
  }),
)

const addPart = statement((db, $: Slots<Tables['file_part']>) =>
  db.insertInto('file_part').values({ space_id: $.space_id, file_id: $.file_id, part: $.part, bytes: $.bytes }),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('file').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const slice = statement((db, $: Slots<{ space: string; id: string; part: number; from: number; most: number }>) =>
  db
    .selectFrom('file_part')
    .select(sql<string>`substr(bytes, ${$.from}, ${$.most})`.as('bytes'))
    .where('space_id', '=', $.space)
    .where('file_id', '=', $.id)
    .where('part', '=', $.part),
)

/** A multiple of three bytes, so that the base64 of the parts joins to the base64 of the whole. */
const A_PART = 3 * 256 * 1024

/** The bytes of a file read at once: one stored part. */
export const FILE_AT_ONCE = A_PART / 8

/** Stores the bytes of a file. */
export async function addFile(tx: Tx, row: Omit<FileRow, 'size'>, bytes: Uint8Array): Promise<void> {
  await tx.run(add, { ...row, size: bytes.length })
  grew(tx, { space: row.space_id, person: row.brought_by, bytes: bytes.length })
  for (let part = 0; part * A_PART < bytes.length; part++) {
    const some = Buffer.from(bytes.subarray(part * A_PART, (part + 1) * A_PART)).toString('base64')
    await tx.run(addPart, { space_id: row.space_id, file_id: row.id, part, bytes: some })
  }
}

/** A file's name, media type and size. */
export const fileById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** The bytes of a file from a multiple of `FILE_AT_ONCE` on, as base64; empty after its end. */
export async function filePart(tx: Tx, space: string, id: string, from: number): Promise<string> {
  const at = { part: Math.floor(from / A_PART), from: ((from % A_PART) / 3) * 4 + 1, most: (FILE_AT_ONCE / 3) * 4 }
  return (await tx.first(slice, { space, id, ...at }))?.bytes ?? ''
}

/** The peer of `crowd`: Node's own server and one select by key for each request, and nothing else. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

const db = new DatabaseSync(':memory:')
db.exec('create table page (id integer primary key, text text not null)')
db.prepare('insert into page values (1, ?)').run('x'.repeat(10_000))
const read = db.prepare('select text from page where id = ?')
const server = createServer((_, answer) => answer.end(JSON.stringify(read.get(1))))
server.listen(0, '127.0.0.1', () => {
  console.log(`Bare is open at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.once('SIGTERM', () => process.exit(0))

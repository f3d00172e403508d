/** Sends requests as fast as they are answered: plain sockets, so that what is measured is the server. */
import { connect } from 'node:net'

/** One GET, over and over. */
export interface Asked {
  port: number
  path: string
  cookie?: string
}

const wordsOf = ({ port, path, cookie }: Asked) =>
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}\r\n`

/** How many bytes a whole answer has, head and body; every further one must have as many. */
export function answerBytes(asked: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(asked.port, '127.0.0.1', () => socket.write(wordsOf(asked)))
    let got = ''
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.on('data', (chunk) => {
      got += chunk
      const head = got.indexOf('\r\n\r\n') + 4
      const length = /^content-length: (\d+)/im.exec(got.slice(0, head))?.[1]
      if (head < 4 || got.length < head + Number(length)) return
      socket.destroy()
      if (isGood(got)) resolve(got.length)
      else reject(new Error(`An answer of known length and status 200 was expected: ${got.slice(0, head)}`))
    })
  })
}

const GOOD = 'HTTP/1.1 200 '
const isGood = (start: string) => start.startsWith(GOOD)

/** Asks on some connections, each as soon as it has its answer, for some seconds; gives answers a second. */
export async function answersPerSecond(asked: Asked, bytes: number, seconds: number, connections = 8): Promise<number> {
  const words = Buffer.from(wordsOf(asked), 'latin1')
  const began = performance.now()
  const until = began + seconds * 1000
  let answers = 0
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(asked.port, '127.0.0.1', () => socket.write(words))
      let got = 0
      socket.setNoDelay(true)
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('The server closed a connection.')))
      socket.on('data', (chunk: Buffer) => {
        if (got === 0 && !isGood(chunk.toString('latin1', 0, GOOD.length))) return reject(new Error(chunk.toString()))
        got += chunk.length
        if (got < bytes) return
        if (got > bytes) return reject(new Error(`An answer had ${got} bytes where ${bytes} were expected.`))
        got = 0
        answers++
        if (performance.now() < until) return socket.write(words)
        resolve()
        socket.destroy()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  return (answers * 1000) / (performance.now() - began)
}

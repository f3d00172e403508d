/** Makes a self-signed X.509 certificate for TLS in tests, so that no key is committed. */
import { generateKeyPairSync, sign } from 'node:crypto'

/** Encodes a DER element: its tag, its length, its contents (X.690). */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const [SEQUENCE, SET, INTEGER, BITS, OCTETS, OID, TEXT, TIME] = [0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x18]
const oid = (hex: string) => der(OID, Buffer.from(hex, 'hex'))
const bits = (bytes: Buffer) => der(BITS, Buffer.from([0]), bytes)
const time = (said: string) => der(TIME, Buffer.from(said))

/** A key and certificate for a DNS name, in PEM: ECDSA, P-256, SHA-256 (RFC 5280, RFC 5480). */
export function selfSigned(name: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, oid('2a8648ce3d040302'))
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, oid('550403'), der(TEXT, Buffer.from(name)))))
  const names = der(SEQUENCE, der(0x82, Buffer.from(name)))
  const extensions = der(0xa3, der(SEQUENCE, der(SEQUENCE, oid('551d11'), der(OCTETS, names))))
  const certified = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    subject,
    der(SEQUENCE, time('20200101000000Z'), time('20990101000000Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const certificate = der(SEQUENCE, certified, algorithm, bits(sign('sha256', certified, privateKey)))
  const pem = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
  }
}

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A self-signed certificate for one IPv4 address. */
export function selfSignedCertificate(address: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
  const name = der(
    0x30,
    der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('test')))),
  )
  const validity = der(0x30, der(0x17, utcTime(-1)), der(0x17, utcTime(1)))
  const octets = Buffer.from(address.split('.').map(Number))
  const extensions = der(
    0x30,
    extension('0603551d11', der(0x30, der(0x87, octets))),
    extension('0603551d13', der(0x30, der(0x01, Buffer.from([0xff])))),
  )
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ...[algorithm, name, validity, name, publicKey.export({ type: 'spki', format: 'der' })],
    der(0xa3, extensions),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)])
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(der(0x30, body, algorithm, der(0x03, signature))),
  }
}

/** One value of X.690: tag, length, contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

const extension = (oid: string, value: Buffer): Buffer => der(0x30, Buffer.from(oid, 'hex'), der(0x04, value))

function utcTime(daysFromNow: number): Buffer {
  const iso = new Date(Date.now() + daysFromNow * 86_400_000).toISOString()
  return Buffer.from(`${iso.slice(2, 19).replaceAll(/[-:T]/g, '')}Z`)
}

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`

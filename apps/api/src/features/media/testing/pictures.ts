import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture of one colour, to be encoded. */
export const draw = (width = 1_200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: '#b5502a' }, limitInputPixels: false })

/** The same PNG padded to exactly that many bytes by a comment. */
export function padded(png: Buffer, bytes: number): Buffer {
  const end = png.length - 12
  const comment = pngChunk('tEXt', Buffer.alloc(bytes - png.length - 12, 'x'))
  return Buffer.concat([png.subarray(0, end), comment, png.subarray(end)])
}

/** A small PNG that unfolds into that many black pixels. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

/** Width and height that the file itself declares; the image library is not allowed to read AVIF. */
export async function measure(bytes: Buffer, type: string) {
  if (type !== 'avif') return sharp(bytes).metadata()
  if (bytes.toString('latin1', 4, 12) !== 'ftypavif') throw new Error('this is not an AVIF file')
  const at = bytes.indexOf('ispe') + 8
  return { width: bytes.readUInt32BE(at), height: bytes.readUInt32BE(at + 4) }
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

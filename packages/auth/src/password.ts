import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { argon2id } from '@repo/config/limits'

const argon2 = promisify(argon2Callback)
const phcShape =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{43,})$/
const { memoryKib, passes, lanes, saltBytes, tagBytes } = argon2id

/** Hash in PHC string format: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. Every byte of the password counts. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const tag = await derive(password, salt, { memoryKib, passes, lanes, tagBytes })
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${encode(salt)}$${encode(tag)}`
}

/** Whether the password is the one behind the hash; compares in constant time. Text that is not our hash never matches. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const match = phcShape.exec(hash)
  if (!match) return false
  const [, memory, time, parallelism, salt = '', tag = ''] = match
  const expected = Buffer.from(tag, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    memoryKib: Number(memory),
    passes: Number(time),
    lanes: Number(parallelism),
    tagBytes: expected.length,
  })
  return timingSafeEqual(actual, expected)
}

/** Takes as long as a verification, so that an unknown account answers no faster than a known one. */
export async function burnPasswordTime(password: string): Promise<void> {
  await derive(password, randomBytes(saltBytes), { memoryKib, passes, lanes, tagBytes })
}

type Cost = { memoryKib: number; passes: number; lanes: number; tagBytes: number }

const derive = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  argon2('argon2id', {
    message: password,
    nonce,
    parallelism: cost.lanes,
    tagLength: cost.tagBytes,
    memory: cost.memoryKib,
    passes: cost.passes,
  })

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

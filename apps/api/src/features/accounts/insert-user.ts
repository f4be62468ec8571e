import type { Tx } from '@repo/db'
import { fieldError } from '../../http/api-error.ts'

type User = { id: string; email: string; name: string; passwordHash: string }

/** Makes a person who can sign in. People are global, so the address may be taken elsewhere. @throws EMAIL_TAKEN */
export async function insertUser({ sql }: Tx, { id, email, name, passwordHash }: User): Promise<void> {
  // No `returning`: a colleague is visible only once the membership is there.
  const { count } = await sql`
    insert into users (id, email, name, password_hash) values (${id}, ${email}, ${name}, ${passwordHash})
    on conflict do nothing`
  if (count === 0) throw fieldError('EMAIL_TAKEN', 'email', 'already has an account')
}

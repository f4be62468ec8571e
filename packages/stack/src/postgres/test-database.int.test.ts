import postgres from 'postgres'
import { expect, test } from 'vitest'
import { createTestDatabase } from './test-database.ts'

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(text)
  } finally {
    await sql.end()
  }
}

test('each database is migrated and sees nothing of another', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await query(one.adminUrl, 'create table only_here (id int)')
  await expect(query(other.adminUrl, 'select from only_here')).rejects.toThrow('does not exist')
  expect(await query(other.appUrl, 'select current_user::text as role')).toEqual([{ role: 'restai_app' }])
  await Promise.all([one.drop(), other.drop()])
})

test('a database with open connections can be dropped', async () => {
  const { adminUrl, drop } = await createTestDatabase()
  const forgotten = postgres(adminUrl, { max: 1, onclose: () => {} })
  await forgotten`select 1`
  await drop()
  await expect(query(adminUrl, 'select 1')).rejects.toThrow('does not exist')
  await forgotten.end()
})

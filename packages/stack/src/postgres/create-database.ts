import postgres from 'postgres'

/** Makes a database unless it exists, as a copy of `template` if one is named. Returns the administrator's URL to it. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (!found) await sql`create database ${sql(name)} template ${sql(template ?? 'template1')}`
  } finally {
    await sql.end()
  }
  return withDatabase(adminUrl, name)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

import postgres from 'postgres'

/** Moves the evening's orders back in time, the first the farthest, so that the pictures show late ones. */
export async function letTimePass(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 })
  try {
    await sql`
      update orders set
        placed_at = placed_at - age, confirmed_at = confirmed_at - age
      from (select id as aged, interval '167 s' * (count(*) over () - number + 1) as age from orders) ages
      where id = aged`
  } finally {
    await sql.end()
  }
}

import type { Tx } from '@repo/db'

/**
 * Takes name and notes out of the replies that are kept for retries of a customer's orders. The replies themselves stay,
 * so that a retry is still answered and orders nothing twice.
 */
export async function stripReplies({ sql }: Tx, anonymousName: string): Promise<void> {
  await sql`
    update idempotency_records
    set body = body || jsonb_build_object('guestName', ${anonymousName}::text, 'note', '', 'allergyNote', '', 'lines', (
      select jsonb_agg(line || '{"note": ""}' order by position)
      from jsonb_array_elements(body -> 'lines') with ordinality as l (line, position)))
    where operation = 'place-order'`
}

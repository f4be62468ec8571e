import type { Role } from '@repo/auth/policy'
import type { Gateway, Tx } from '@repo/db'
import type { Account } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'

type Row = {
  name: string
  email: string
  disabled: boolean
  branchId: string | null
  slug: string
  branchName: string
  organizationName: string
  role: Role
  hue: number
  chroma: number
  logo: string | null
  currency: string
}

/** A person and the branches they may work in, oldest first. @throws TOKEN_REVOKED for a disabled or vanished account */
export async function readAccount(sql: Gateway['lookup'] | Tx['sql'], userId: string): Promise<Account> {
  const rows = await (sql as Gateway['lookup'])<Row[]>`
    select user_name as name, email, disabled, branch_id as "branchId", slug, branch_name as "branchName",
      organization_name as "organizationName", role, accent_hue as hue, accent_chroma as chroma, logo, currency
    from app.find_account(${userId})`
  const [person] = rows
  if (!person || person.disabled) throw new ApiError('TOKEN_REVOKED')
  return {
    userId,
    name: person.name,
    email: person.email,
    branches: rows.flatMap(
      ({ branchId, slug, branchName, organizationName, role, hue, chroma, logo, currency }) =>
        branchId === null
          ? []
          : {
              id: branchId,
              slug,
              name: branchName,
              organizationName,
              role,
              accent: { hue, chroma },
              logo,
              currency,
            },
    ),
  }
}

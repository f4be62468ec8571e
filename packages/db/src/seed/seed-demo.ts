import { connect, type Database } from '../connect.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import { demoOrganizations, demoPassword } from './demo/demo-organizations.ts'
import type { DemoOrganization } from './demo/demo-types.ts'
import { insertDemoOrganization } from './insert-demo-organization.ts'

/** Where a newcomer can start; paths are relative to the web address. */
export type DemoGuide = {
  tables: { label: string; path: string }[]
  kitchenPath: string
  accounts: { role: string; email: string; password: string }[]
}

/**
 * Creates what is missing of the two demo organizations and says how to get in. `adminUrl` logs in as the role that
 * migrates, which row-level security must not bind.
 */
export async function seedDemo({ adminUrl }: { adminUrl: string }): Promise<DemoGuide> {
  const database = connect({ url: adminUrl, poolMax: 1, applicationName: 'restai-seed' })
  try {
    const gateway = createGateway(database)
    for (const organization of demoOrganizations) await seedOrganization(gateway, organization)
    return await writeGuide(database)
  } finally {
    await database.end()
  }
}

function seedOrganization(gateway: Gateway, organization: DemoOrganization): Promise<void> {
  const [branch] = organization.branches
  if (!branch) throw new Error(`${organization.name} has no branch`)
  const scope = { kind: 'staff', organizationId: organization.id, branchId: branch.id, userId: '' } as const
  return gateway.run(scope, (tx) => insertDemoOrganization(tx, organization))
}

async function writeGuide(database: Database): Promise<DemoGuide> {
  const shown = demoOrganizations
    .flatMap(({ branches }) => branches)
    .flatMap(({ id, guideTable }) => (guideTable ? [{ id, guideTable }] : []))
  // Read back, because a sticker's code may have been rotated since.
  const tables = await database<{ label: string; path: string }[]>`
    select b.name || ', table ' || t.label as label, '/' || b.slug || '/' || t.code as path
    from dining_tables t
    join branches b on b.id = t.branch_id
    join jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as s(id uuid, "guideTable" text)
      on s.id = b.id and s."guideTable" = t.label
    order by b.id`
  return {
    tables: [...tables],
    kitchenPath: '/kitchen',
    accounts: demoOrganizations
      .flatMap(({ accounts }) => accounts)
      .map(({ role, email }) => ({ role, email, password: demoPassword })),
  }
}

import { reportFigure } from '@repo/stack/report-figure'
import { expect, test } from 'vitest'
import { createTestApp } from '../testing/test-app.ts'
import { createTwoOrganizations } from '../testing/two-organizations.ts'
import { walkAccess } from '../testing/walk-access.ts'

test('every route × every identity × own and foreign objects: as the permission table says', async ({
  task,
}) => {
  const t = await createTestApp({ SIGNUP: 'closed' })
  const world = await createTwoOrganizations(t)
  const { cells, routes, identities, mismatches } = await walkAccess({ t, world })
  await world.admin.end()
  await t.close()
  reportFigure(task, 'routes', routes)
  reportFigure(task, 'identities', identities)
  reportFigure(task, 'cells', cells)
  reportFigure(task, 'mismatches', mismatches.length)
  expect(mismatches).toEqual([])
}, 180_000)

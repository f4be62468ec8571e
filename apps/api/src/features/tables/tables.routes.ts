import {
  BranchPath,
  CreateTableInput,
  LocaleQuery,
  TableBoard,
  TableIdPath,
  TableSticker,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { branchCtx, staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { createTable } from './create-table.ts'
import { readTableBoard } from './read-table-board.ts'
import { rotateTableCode } from './rotate-table-code.ts'

export const tableRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/tables',
    endpoint({
      summary: 'The board of tables',
      guard: 'table:read',
      limit: 'staffRead',
      params: BranchPath,
      query: LocaleQuery,
      returns: TableBoard,
    }),
    async (c) => reply(c, await readTableBoard(branchCtx(c), c.req.valid('query').locale)),
  )
  .post(
    '/branches/:branchId/tables',
    endpoint({
      summary: 'Add a table',
      guard: 'table:manage',
      limit: 'staffWrite',
      params: BranchPath,
      json: CreateTableInput,
      returns: TableSticker,
      status: 201,
    }),
    async (c) => reply(c, await createTable(staffCtx(c), c.req.valid('json'))),
  )
  .post(
    '/branches/:branchId/tables/:tableId/rotate-code',
    endpoint({
      summary: "Replace a table's sticker",
      guard: 'table:manage',
      limit: 'staffWrite',
      stepUp: true,
      params: TableIdPath,
      returns: TableSticker,
    }),
    async (c) => reply(c, await rotateTableCode(staffCtx(c), c.req.valid('param').tableId)),
  )

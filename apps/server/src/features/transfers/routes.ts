import { accountExportSchema } from '@sharemyshows/contract/account-export'
import { isRefusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/exports'
import type { Db } from '../../platform/db/connect.ts'
import { sendBytes } from '../../platform/http/bytes.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { dropExport } from './actions/drop-exports.ts'
import { requestExport } from './actions/request-export.ts'
import { findFile, listExports, readExport } from './views.ts'

export function transferRoutes(routes: Routes, { db, storage }: { db: Db; storage: Storage }): void {
  routes(contract.createExport, async ({ actor, body, write }) =>
    write(async (tx) => {
      const id = await requestExport(tx, actor, body.format)
      return isRefusal(id) ? id : readExport(tx, actor.id, id)
    }),
  )
  routes(contract.listExports, async ({ actor, query }) => listExports(db, actor.id, query))
  routes(contract.readExportSchema, async () => accountExportSchema())
  routes(contract.readExport, async ({ actor, params }) => readExport(db, actor.id, params.id))
  routes(contract.readExportFile, async ({ actor, params, request, reply }) => {
    const file = await findFile(db, actor.id, params.id)
    if (isRefusal(file)) return file
    const { key, ...facts } = file
    return sendBytes(request, reply, {
      ...facts,
      attachment: true,
      open: (range) => storage.read(key, range),
    })
  })
  routes(contract.deleteExport, async ({ actor, params, write }) =>
    write((tx) => dropExport(tx, actor, params.id)),
  )
}

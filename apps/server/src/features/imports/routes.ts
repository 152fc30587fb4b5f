import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/imports'
import type { Db } from '../../platform/db/connect.ts'
import { Answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import { withForm } from '../../platform/http/upload.ts'
import type { Log } from '../../platform/log/log.ts'
import { cancelImport, requestUndo } from './actions/cancel-import.ts'
import { type Asked, confirmImport, rereadImport } from './actions/confirm-import.ts'
import { dropImport } from './actions/drop-imports.ts'
import { type ReadDeps, readAtOnce } from './actions/read-import.ts'
import {
  isReadAtOnce,
  type ReceiveDeps,
  receiveImport,
  roomFor,
  TOO_LARGE,
} from './actions/receive-import.ts'
import { listImports, readImport } from './views/imports.ts'
import { listRows } from './views/rows.ts'

export type RouteDeps = ReceiveDeps & ReadDeps & { db: Db; log: Log }

const bare = <T>(given: T | Answer<T> | Refusal): T | Refusal =>
  given instanceof Answer ? given.body : given

export function importRoutes(routes: Routes, deps: RouteDeps): void {
  const { db, storage } = deps
  const form = {
    form: contract.createImport.form,
    temporary: storage.temporary,
    maxBytes: roomFor,
    tooLarge: TOO_LARGE,
  }

  /** Small files are read while the client waits; what cannot be for a fault of ours is left to the job. */
  const show = async (personId: string, id: string, { atOnce }: Asked) => {
    if (atOnce) await readAtOnce(deps, id)
    return readImport(db, personId, id)
  }
  const asked = async (personId: string, id: string, done: Asked | Refusal) =>
    isRefusal(done) ? done : show(personId, id, done)

  routes(contract.createImport, ({ actor, request, write }) =>
    withForm(request, form, async ({ fields, file }) => {
      const sent = { ...fields, file }
      const id = await receiveImport(deps, actor, sent, async (record) => {
        return bare(await write(record))
      })
      return isRefusal(id) ? id : show(actor.id, id, { atOnce: isReadAtOnce(sent) })
    }),
  )
  routes(contract.listImports, ({ actor, query }) => listImports(db, actor.id, query))
  routes(contract.readImport, ({ actor, params }) => readImport(db, actor.id, params.import_id))
  routes(contract.listImportRows, ({ actor, params, query }) =>
    listRows(db, actor.id, params.import_id, query),
  )
  routes(contract.rereadImport, async ({ actor, params: { import_id: id }, body, write }) =>
    asked(actor.id, id, bare(await write((tx) => rereadImport(tx, actor, id, body)))),
  )
  routes(contract.confirmImport, async ({ actor, params: { import_id: id }, body, write }) =>
    asked(actor.id, id, bare(await write((tx) => confirmImport(tx, actor, id, body)))),
  )
  routes(contract.cancelImport, async ({ actor, params: { import_id: id }, write }) =>
    write(async (tx) => (await cancelImport(tx, actor, id)) ?? readImport(tx, actor.id, id)),
  )
  routes(contract.undoImport, async ({ actor, params: { import_id: id }, write }) =>
    write(async (tx) => (await requestUndo(tx, actor, id)) ?? readImport(tx, actor.id, id)),
  )
  routes(contract.deleteImport, async ({ actor, params, write }) =>
    write((tx) => dropImport(tx, actor, params.import_id)),
  )
}

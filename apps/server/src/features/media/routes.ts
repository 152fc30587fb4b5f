import { changePhotoAudiences } from '@sharemyshows/contract/audiences'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import { MediumForm, REQUEST_BYTES } from '@sharemyshows/contract/media'
import * as contract from '@sharemyshows/contract/photos'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db/connect.ts'
import { PENDING, type Waiting } from '../../platform/db/waiting.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import { sendBytes } from '../../platform/http/bytes.ts'
import { NEGOTIATED_BY, wantsBytes } from '../../platform/http/negotiate.ts'
import type { Routes } from '../../platform/http/route.ts'
import { withUpload } from '../../platform/http/upload.ts'
import { changeAudiences } from './actions/change-audiences.ts'
import { changePhoto } from './actions/change-medium.ts'
import { deletePhoto } from './actions/delete-media.ts'
import { retryPhoto } from './actions/retry-photo.ts'
import { type UploadDeps, uploadPhoto } from './actions/upload-photo.ts'
import { findFile, listPhotosOfShow, listPhotosOfUser, type Part, readPhoto } from './views.ts'

export type MediaDeps = UploadDeps & { db: Db; waiting: Waiting }

type Asked = { request: FastifyRequest; reply: FastifyReply; params: { id: string } }

export function mediaRoutes(routes: Routes, deps: MediaDeps): void {
  const { db, storage, waiting } = deps
  const form = {
    form: MediumForm,
    temporary: storage.temporary,
    maxBytes: REQUEST_BYTES.photo,
    tooLarge: refuse('payload_too_large', { message: 'A photo may have up to 50 MB in one request.' }),
  }

  async function send({ request, reply, params: { id } }: Asked, part: Part, vary?: string) {
    const viewer = viewerOf(request.actor)
    const file = await waiting.until(id, () => findFile(db, viewer, id, part), request.signal)
    if (file === PENDING) {
      reply.header('retry-after', 1)
      return refuse('rendition_not_ready')
    }
    if (isRefusal(file)) return file
    const { key, ...facts } = file
    const open = (range?: { start: number; end: number }) => storage.read(key, range)
    return sendBytes(request, reply, { ...facts, open, ...(vary && { vary }) })
  }

  routes(contract.uploadPhoto, async ({ actor, request, write }) =>
    withUpload(request, form, (sent) =>
      uploadPhoto(deps, actor, sent, (record, seal) =>
        write(async (tx) => {
          const id = await record(tx)
          return isRefusal(id) ? id : readPhoto(tx, actor.id, id)
        }, seal),
      ),
    ),
  )
  routes(contract.readPhoto, async (call) => {
    if (wantsBytes(call.request, 'image')) return send(call, 'best', NEGOTIATED_BY)
    call.reply.headers({ 'cache-control': 'private, no-cache', vary: NEGOTIATED_BY })
    return readPhoto(db, viewerOf(call.actor), call.params.id)
  })
  routes(contract.readPhotoThumbnail, (call) => send(call, 'thumbnail'))
  routes(contract.readPhotoDisplay, (call) => send(call, 'display'))
  routes(contract.readPhotoOriginal, (call) => send(call, 'original'))
  routes(contract.changePhoto, async ({ actor, params, body, write }) =>
    write(
      async (tx) => (await changePhoto(tx, actor, params.id, body)) ?? readPhoto(tx, actor.id, params.id),
    ),
  )
  routes(changePhotoAudiences, async ({ actor, body, write }) =>
    write(async (tx) => ({ changed: await changeAudiences(tx, actor, body.audience) })),
  )
  routes(contract.deletePhoto, async ({ actor, params, write }) =>
    write((tx) => deletePhoto(tx, actor, params.id)),
  )
  routes(contract.retryPhoto, async ({ actor, params, write }) =>
    write(async (tx) => (await retryPhoto(tx, actor, params.id)) ?? readPhoto(tx, actor.id, params.id)),
  )
  routes(contract.listPhotosOfShow, async ({ actor, params, query }) =>
    listPhotosOfShow(db, viewerOf(actor), params.show_id, query),
  )
  routes(contract.listPhotosOfUser, async ({ actor, params, query }) =>
    listPhotosOfUser(db, viewerOf(actor), params.user_id, query),
  )
}

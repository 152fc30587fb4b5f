import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/uploads'
import { PENDING, type Waiting } from '../../platform/db/waiting.ts'
import { Answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import { bytesIn, lengthIn, speakTus, tellStanding, withPart } from '../../platform/uploads/tus.ts'
import { type BeginDeps, beginUpload } from './actions/begin-upload.ts'
import { cancelUpload } from './actions/drop-uploads.ts'
import { findStanding } from './actions/look-again.ts'
import { type ReceiveDeps, receivePart } from './actions/receive-part.ts'
import { listUploads, readUpload } from './views.ts'

export type UploadsDeps = BeginDeps & ReceiveDeps & { waiting: Waiting }

/** tus 1.0. Whose an upload is comes before how it is spoken of: to others there is none. */
export function uploadRoutes(routes: Routes, deps: UploadsDeps): void {
  const { db, waiting } = deps

  routes(contract.createUpload, async ({ actor, request, reply, write }) => {
    const length = speakTus(request, reply) ?? lengthIn(request)
    if (isRefusal(length)) return length
    const metadata = request.headers['upload-metadata']?.toString()
    return withPart(request, async (part) => {
      if (part.length !== null && part.length > length) return refuse('payload_too_large')
      const seal = JSON.stringify([length, metadata])
      const made = await write((tx) => beginUpload(deps, tx, actor, { length, metadata }), seal)
      if (isRefusal(made)) return made
      const isReplayed = made instanceof Answer
      const id = isReplayed ? made.body : made
      // never from the Host header; clients resolve it against the address they know
      reply.header('location', `${contract.UPLOADS_PATH}/${id}`)
      // the upload is there whatever comes of its first part: the offset says how far that came
      if (!isReplayed && part.length !== 0) await receivePart(deps, id, 0, part)
      const stands = await findStanding(deps, actor, id)
      if (!isRefusal(stands)) tellStanding(reply, { offset: stands.offset, expires_at: stands.expires_at })
      return undefined
    })
  })

  routes(contract.sendPart, async ({ actor, params: { upload_id: id }, request, reply }) => {
    const known = await findStanding(deps, actor, id)
    if (isRefusal(known)) return known
    const offset = speakTus(request, reply) ?? bytesIn(request, 'Upload-Offset')
    if (isRefusal(offset)) return offset
    const stands = await withPart(request, (part) => receivePart(deps, id, offset, part))
    if (isRefusal(stands)) return stands
    tellStanding(reply, stands)
    return undefined
  })

  routes(contract.readUpload, async ({ actor, params: { upload_id: id }, request, reply }) => {
    const stands = await findStanding(deps, actor, id)
    if (isRefusal(stands)) return stands
    if (request.method === 'HEAD') {
      const refusal = speakTus(request, reply)
      if (refusal !== null) return refusal
      tellStanding(reply, stands)
      return reply.send()
    }
    const find = async () => {
      const upload = await readUpload(db, actor.id, id)
      return !isRefusal(upload) && upload.state === 'finishing' ? PENDING : upload
    }
    const ended = await waiting.until(id, find, request.signal)
    return ended === PENDING ? readUpload(db, actor.id, id) : ended
  })

  routes(contract.listUploads, ({ actor }) => listUploads(db, actor.id))

  routes(contract.cancelUpload, async ({ actor, params: { upload_id: id }, request, reply, write }) => {
    const known = await findStanding(deps, actor, id)
    if (isRefusal(known)) return known
    return speakTus(request, reply) ?? write((tx) => cancelUpload(tx, actor, id))
  })
}

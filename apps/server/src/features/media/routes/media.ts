import { uploadForAnalysis } from '@sharemyshows/contract/analysis'
import * as audio from '@sharemyshows/contract/audio'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { type MediaKind, MediumForm, type mediaEndpoints, REQUEST_BYTES } from '@sharemyshows/contract/media'
import * as photos from '@sharemyshows/contract/photos'
import * as videos from '@sharemyshows/contract/videos'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { PENDING, type Waiting } from '../../../platform/db/waiting.ts'
import { viewerOf } from '../../../platform/http/actor.ts'
import { sendBytes } from '../../../platform/http/bytes.ts'
import { NEGOTIATED_BY, wantsBytes } from '../../../platform/http/negotiate.ts'
import type { Answer } from '../../../platform/http/once.ts'
import type { Call, Routes } from '../../../platform/http/route.ts'
import { withUpload } from '../../../platform/http/upload.ts'
import { seeEvent } from '../../../viewer/gate.ts'
import { changeMedium } from '../actions/change-medium.ts'
import { deleteMedium } from '../actions/delete-media.ts'
import { type KeepDeps, keepMedium } from '../actions/keep-medium.ts'
import { restoreMedium } from '../actions/restore-media.ts'
import { retryMedium } from '../actions/retry-medium.ts'
import { findFile } from '../views/files.ts'
import { listMine, listOfShow, listOfUser, type Medium, readMedium } from '../views/media.ts'

export type MediaDeps = KeepDeps & { db: Db; waiting: Waiting }

/** The endpoints of one kind, whichever. */
type KindEndpoints = ReturnType<typeof mediaEndpoints<string, z.ZodType<Medium, Medium>>>
type Part = Parameters<typeof findFile>[4]
type Asked = {
  request: FastifyRequest
  reply: FastifyReply
  params: { id: string }
  query?: { download?: '1' | undefined } | undefined
}

/** Keeps what a request carries, for the show that its form or its path names. */
type Take = (
  call: Pick<Call<typeof photos.uploadPhoto>, 'actor' | 'request' | 'write'>,
  showId?: string,
) => Promise<Medium | Answer<Medium> | Refusal>

/** Sends a part of a medium as bytes, once it is there. */
type Send = (
  asked: Asked,
  part: Part,
  how?: { vary?: string; whole?: boolean },
) => Promise<FastifyReply | Refusal>

const IN_PARTS = '/api/v1/uploads'

/** What all kinds have; gives what takes one in, and what sends the parts that a kind has beside. */
function kindRoutes(
  routes: Routes,
  deps: MediaDeps,
  kind: MediaKind,
  contract: KindEndpoints,
): { send: Send; take: Take } {
  const { db, storage, waiting } = deps
  const maxBytes = REQUEST_BYTES[kind]
  const tooLarge = refuse('payload_too_large', {
    message: `One request carries up to ${maxBytes / 1_048_576} MB. Send more in parts, to ${IN_PARTS}.`,
    details: { uploads: IN_PARTS },
  })
  const form = { temporary: storage.temporary, maxBytes, tooLarge }
  const element = kind === 'photo' ? 'image' : kind

  const send: Send = async ({ request, reply, params: { id }, query }, part, how) => {
    const viewer = viewerOf(request.actor)
    const file = await waiting.until(id, () => findFile(db, viewer, kind, id, part), request.signal)
    if (file === PENDING) {
      reply.header('retry-after', 1)
      return refuse('rendition_not_ready')
    }
    if (isRefusal(file)) return file
    const { key, ...facts } = file
    const open = (range?: { start: number; end: number }) => storage.read(key, range)
    const presign = (answer: Parameters<typeof storage.presign>[1]) => storage.presign(key, answer)
    const attachment = query?.download === '1'
    return sendBytes(request, reply, { ...facts, open, presign, attachment, ...how })
  }

  /** The medium after a change, as its owner sees it. */
  const reread = async (tx: Tx, personId: string, id: string, refusal: Refusal | null) =>
    refusal ?? readMedium(tx, personId, kind, id)

  const take: Take = ({ actor, request, write }, show_id) =>
    withUpload(
      request,
      { ...form, form: show_id === undefined ? MediumForm : photos.EventPhotoForm },
      ({ fields, file: { path, ...file } }) => {
        const sent = { fields: { ...fields, ...(show_id !== undefined && { show_id }) }, ...file }
        return keepMedium(deps, actor, { ...sent, from: { path }, only: kind }, (record, seal) =>
          write(async (tx) => {
            const id = await record(tx)
            return isRefusal(id) ? id : readMedium(tx, actor.id, kind, id)
          }, seal),
        )
      },
    )

  routes(contract.upload, (call) => take(call))
  routes(contract.read, async (call) => {
    if (wantsBytes(call.request, element)) return send(call, 'best', { vary: NEGOTIATED_BY })
    call.reply.headers({ 'cache-control': 'private, no-cache', vary: NEGOTIATED_BY })
    return readMedium(db, viewerOf(call.actor), kind, call.params.id)
  })
  routes(contract.readOriginal, (call) => send(call, 'original'))
  routes(contract.change, async ({ actor, params: { id }, body, write }) =>
    write(async (tx) => reread(tx, actor.id, id, await changeMedium(tx, deps, actor, kind, id, body))),
  )
  routes(contract.delete, async ({ actor, params: { id }, write }) =>
    write((tx) => deleteMedium(tx, actor, kind, id)),
  )
  routes(contract.restore, async ({ actor, params: { id }, write }) =>
    write(async (tx) => reread(tx, actor.id, id, await restoreMedium(tx, deps, actor, kind, id))),
  )
  routes(contract.retry, async ({ actor, params: { id }, write }) =>
    write(async (tx) => reread(tx, actor.id, id, await retryMedium(tx, actor, kind, id))),
  )
  routes(contract.list, async ({ actor, query }) => listMine(db, actor, kind, query))
  routes(contract.listOfShow, async ({ actor, params, query }) =>
    listOfShow(db, viewerOf(actor), kind, params.show_id, query),
  )
  routes(contract.listOfUser, async ({ actor, params, query }) =>
    listOfUser(db, viewerOf(actor), kind, params.user_id, query),
  )
  return { send, take }
}

/** Photos, audio and videos: what they share, and the parts that each has beside. */
export function mediaRoutes(routes: Routes, deps: MediaDeps): void {
  const { send: photo, take: takePhoto } = kindRoutes(routes, deps, 'photo', photos.photoEndpoints)
  routes(photos.listPhotosOfEvent, async ({ actor, params, query }) => {
    const event = await seeEvent(deps.db, viewerOf(actor), params.id)
    if (event === null) return refuse('not_found')
    const page = await listOfShow(deps.db, viewerOf(actor), 'photo', event, query)
    return isRefusal(page) ? page : { ...page, items: page.items.filter((one) => one.kind === 'photo') }
  })
  routes(photos.uploadPhotoOfEvent, async (call) => {
    const event = await seeEvent(deps.db, call.actor.id, call.params.id)
    // this taker takes photos alone
    return event === null ? refuse('not_found') : (takePhoto(call, event) as Promise<photos.Photo>)
  })
  routes(photos.readPhotoThumbnail, (call) => photo(call, 'thumbnail'))
  routes(photos.readPhotoPreview, (call) => photo(call, 'preview'))
  routes(photos.readPhotoDisplay, (call) => photo(call, 'display'))

  const { send: sound, take: takeSound } = kindRoutes(routes, deps, 'audio', audio.audioEndpoints)
  // this taker takes recordings alone
  routes(uploadForAnalysis, (call) => takeSound(call) as Promise<audio.Audio>)
  routes(audio.readAudioStream, (call) => sound(call, 'stream'))
  routes(audio.readWaveform, (call) => sound(call, 'waveform', { whole: true }))

  const { send: video } = kindRoutes(routes, deps, 'video', videos.videoEndpoints)
  routes(videos.readVideoThumbnail, (call) => video(call, 'thumbnail'))
  routes(videos.readVideoDisplay, (call) => video(call, 'display'))
  routes(videos.readVideoPreview, (call) => video(call, 'preview'))
  routes(videos.readVideoStream, (call) => video(call, 'mp4'))
  routes(videos.streamVideo, (call) => video(call, 'mp4'))
}

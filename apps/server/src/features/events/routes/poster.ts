import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/event-posters'
import { viewerOf } from '../../../platform/http/actor.ts'
import { type ByteRange, sendBytes } from '../../../platform/http/bytes.ts'
import type { Routes } from '../../../platform/http/route.ts'
import { withUpload } from '../../../platform/http/upload.ts'
import { changePoster, type PosterDeps, refusePoster, removePoster } from '../actions/change-poster.ts'
import { findPoster, type Reading, readEvent } from '../views/events.ts'

export type PosterRouteDeps = Reading & PosterDeps

/** The picture of an event. */
export function posterRoutes(routes: Routes, deps: PosterRouteDeps): void {
  const { db, storage } = deps
  const form = {
    form: contract.changePoster.form,
    temporary: storage.temporary,
    maxBytes: contract.POSTER_BYTES,
    tooLarge: refuse('payload_too_large', { message: 'A poster may have up to 10 MB.' }),
  }

  routes(contract.readPoster, async ({ actor, params: { id }, query: { size, v }, request, reply }) => {
    const found = await findPoster(db, viewerOf(actor), id, size)
    const stream = found === undefined ? null : await storage.read(found.key)
    if (found === undefined || stream === null) return refuse('not_found')
    // some kilobytes, and nothing else knows how many
    const bytes = await buffer(stream)
    const part = ({ start, end }: ByteRange) => bytes.subarray(start, end + 1)
    return sendBytes(request, reply, {
      mime: 'image/webp',
      size: bytes.length,
      etag: `${found.poster}-${size}`,
      fileName: `event-${id}.webp`,
      immutable: v === found.poster,
      open: async (range?: ByteRange) => Readable.from([range === undefined ? bytes : part(range)]),
    })
  })
  routes(
    contract.changePoster,
    async ({ actor, params: { id }, request, write }) =>
      (await refusePoster(deps, actor, id)) ??
      withUpload(request, form, ({ file }) =>
        changePoster(deps, actor, id, file.path, (record) =>
          write(
            async (tx) =>
              (await record(tx)) ??
              (await readEvent({ ...deps, db: tx }, actor.id, id)) ??
              refuse('not_found'),
          ),
        ),
      ),
  )
  routes(contract.removePoster, async ({ actor, params, write }) =>
    write((tx) => removePoster(tx, deps, actor, params.id)),
  )
}

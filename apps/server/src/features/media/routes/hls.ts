import { Readable } from 'node:stream'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import { HlsFile, readHls } from '@sharemyshows/contract/videos'
import type { Db } from '../../../platform/db/connect.ts'
import { PENDING, type Waiting } from '../../../platform/db/waiting.ts'
import { viewerOf } from '../../../platform/http/actor.ts'
import { sendBytes } from '../../../platform/http/bytes.ts'
import type { Routes } from '../../../platform/http/route.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { findRung, readMaster } from '../views/hls.ts'

export type HlsDeps = { db: Db; storage: Storage; waiting: Waiting }

/** The ladder of a video; all of it goes through us, so that the viewer rule holds for every part at every moment. */
export function hlsRoutes(routes: Routes, { db, storage, waiting }: HlsDeps): void {
  routes(readHls, async ({ request, reply, params: { id, file } }) => {
    if (!HlsFile.safeParse(file).success) return refuse('not_found')
    const viewer = viewerOf(request.actor)
    const find = () =>
      file === 'master.m3u8'
        ? readMaster(db, viewer, id)
        : findRung(db, viewer, id, file.replace(/\.mp4$/, ''))
    const found = await waiting.until(id, find, request.signal)
    if (found === PENDING) {
      reply.header('retry-after', 1)
      return refuse('rendition_not_ready')
    }
    if (isRefusal(found)) return found
    const open = async (range?: { start: number; end: number }) =>
      'key' in found
        ? storage.read(found.key, range)
        : Readable.from([Buffer.from(found.text).subarray(range?.start ?? 0, (range?.end ?? Infinity) + 1)])
    return sendBytes(request, reply, { ...found, open, fileName: file })
  })
}

import * as contract from '@sharemyshows/contract/videos'
import type { Routes } from '../../../platform/http/route.ts'
import { kindRoutes, type MediaDeps } from './media.ts'

export function videoRoutes(routes: Routes, deps: MediaDeps): void {
  const send = kindRoutes(routes, deps, 'video', contract.videoEndpoints)
  routes(contract.readVideoThumbnail, (call) => send(call, 'thumbnail'))
  routes(contract.readVideoDisplay, (call) => send(call, 'display'))
  routes(contract.readVideoPreview, (call) => send(call, 'preview'))
  routes(contract.readVideoStream, (call) => send(call, 'mp4'))
  routes(contract.streamVideo, (call) => send(call, 'mp4'))
}

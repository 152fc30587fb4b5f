import * as contract from '@sharemyshows/contract/photos'
import type { Routes } from '../../../platform/http/route.ts'
import { kindRoutes, type MediaDeps } from './media.ts'

export function photoRoutes(routes: Routes, deps: MediaDeps): void {
  const send = kindRoutes(routes, deps, 'photo', contract.photoEndpoints)
  routes(contract.readPhotoThumbnail, (call) => send(call, 'thumbnail'))
  routes(contract.readPhotoPreview, (call) => send(call, 'preview'))
  routes(contract.readPhotoDisplay, (call) => send(call, 'display'))
}

import * as contract from '@sharemyshows/contract/audio'
import type { Routes } from '../../../platform/http/route.ts'
import { kindRoutes, type MediaDeps } from './media.ts'

export function audioRoutes(routes: Routes, deps: MediaDeps): void {
  const send = kindRoutes(routes, deps, 'audio', contract.audioEndpoints)
  routes(contract.readAudioStream, (call) => send(call, 'stream'))
  routes(contract.readWaveform, (call) => send(call, 'waveform', { whole: true }))
}

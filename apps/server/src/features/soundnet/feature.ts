import type { SoundnetSettings } from '../../platform/config/provider-settings.ts'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log/log.ts'
import { createProvider } from '../../platform/providers/provider.ts'
import type { Music } from '../music/feature.ts'
import { beginAsking } from './actions/tend-songs.ts'
import { cron, jobs } from './jobs.ts'
import { Analysis, BETWEEN_MS } from './rules.ts'

export type SoundnetOptions = {
  db: Db
  log: Log
  /** Null where the operator has no key: then nobody is asked, and how Spotify's songs sound is unknown. */
  settings: SoundnetSettings | null
  timeoutMs: number
  awaitedSongs: Music['awaitedSongs']
  describeSong: Music['describeSong']
}

export type Soundnet = Pick<ReturnType<typeof createSoundnet>, 'beginAsking'>

/** SoundNet: how songs sound that are no recordings here, from a service that the operator may set up. */
export function createSoundnet({ settings, ...options }: SoundnetOptions) {
  const { db, log, timeoutMs } = options
  const service = settings && createService(settings)

  function createService({ key, url }: SoundnetSettings) {
    const pace = { most: 1, withinMs: BETWEEN_MS }
    // each try counts among those of the day, so the job alone tries again
    const provider = createProvider({ name: 'soundnet', url, log, timeoutMs, pace, repeats: false })
    const headers = { 'x-rapidapi-key': key, 'x-rapidapi-host': new URL(url).host }
    return {
      ask: (spotifyId: string) => provider.ask(Analysis, { path: `/pktx/spotify/${spotifyId}`, headers }),
      close: provider.close,
    }
  }

  return {
    jobs: jobs({ ...options, ask: service?.ask ?? null, mostADay: settings?.aDay ?? 0 }),
    cron,
    start: async () => {
      if (service !== null) await enqueue(db, 'tend-songs', {}, { key: 'tend-songs' })
    },
    /** Asks for the songs that wait for it, where there is somebody to ask. */
    beginAsking: async (tx: Tx): Promise<void> => {
      if (service !== null) await beginAsking(tx)
    },
    drain: () => service?.close(),
  }
}

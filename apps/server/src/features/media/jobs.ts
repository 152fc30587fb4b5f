import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { completePhotos } from './actions/complete-photos.ts'
import { purgeMedia } from './actions/delete-media.ts'
import { failStuck } from './actions/fail-stuck.ts'
import { renderAudio } from './actions/render-audio.ts'
import { renderPhoto } from './actions/render-photo.ts'
import type { RenderDeps } from './actions/render-recording.ts'
import { renderVideo } from './actions/render-video.ts'
import { sweepStorage } from './actions/sweep-storage.ts'

export const cron = ['41 * * * * sweep-storage', '*/5 * * * * fail-stuck-media'].join('\n')

export const jobs = (db: Db, storage: Storage): JobHandlers => ({
  'render-photo': async ({ id }: { id: string }, { lastAttempt }: JobContext) =>
    renderPhoto({ db, storage }, id, lastAttempt),
  'complete-photos': async (_payload, context: JobContext) => completePhotos({ db, storage }, context),
  'fail-stuck-media': async (_payload, { log }: JobContext) => {
    const failed = await failStuck(db)
    if (failed > 0) log.error({ failed }, 'media whose preparation kept killing its process were given up')
  },
  'purge-media': async (_payload, { signal }: JobContext) => purgeMedia(db, signal),
  'sweep-storage': async (_payload, { signal, log }: JobContext) => {
    // those whose own job was lost
    await purgeMedia(db, signal)
    const swept = await sweepStorage(db, storage, signal)
    if (swept > 0) log.info({ swept }, 'files without a row were removed')
  },
})

/** What takes minutes and a core. */
export const heavyJobs = (deps: RenderDeps): JobHandlers => ({
  'render-audio': async ({ id }: { id: string }, context: JobContext) => renderAudio(deps, id, context),
  'render-video': async ({ id }: { id: string }, context: JobContext) => renderVideo(deps, id, context),
})

import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import type { PartsOf } from '../../platform/uploads/parts.ts'
import { type FinishDeps, finishUpload } from './actions/finish-upload.ts'
import { sweepUploads } from './actions/sweep-uploads.ts'

export const cron = '11 * * * * sweep-uploads'

export const jobs = (deps: FinishDeps): JobHandlers => ({
  'finish-upload': ({ id }: { id: string }, { signal }: JobContext) => finishUpload(deps, id, signal),
  'drop-parts': (upload: PartsOf) => deps.parts.remove(upload),
  'sweep-uploads': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepUploads(deps, signal)
    if (swept > 0) log.info({ swept }, 'uploads that nobody went on with were given up')
  },
})

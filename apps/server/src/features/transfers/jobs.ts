import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { sweepExports } from './actions/drop-exports.ts'
import { type MakingDeps, makeExport } from './actions/make-export.ts'
import { readAccount } from './views/account.ts'

export const cron = '23 * * * * sweep-exports'

export const jobs = (deps: Omit<MakingDeps, 'readAccount'>): JobHandlers => ({
  'make-export': ({ id }: { id: string }, context: JobContext) =>
    makeExport({ ...deps, readAccount }, id, context),
  'sweep-exports': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepExports(deps.db, deps.storage, signal)
    if (swept > 0) log.info({ swept }, 'exports without a row were removed')
  },
})

import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { runSync, type SyncDeps } from './actions/run-sync.ts'
import { tendSyncs } from './actions/tend-syncs.ts'

export const cron = '*/5 * * * * tend-syncs'

export const jobs = (deps: SyncDeps): JobHandlers => ({
  'sync-library': ({ person }: { person: string }, context: JobContext) => runSync(deps, person, context),
  'tend-syncs': async (_payload, { log }: JobContext) => {
    const failed = await tendSyncs(deps.db)
    if (failed > 0) log.error({ failed }, 'syncs that kept killing their process were given up')
  },
})

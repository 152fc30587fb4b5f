import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { type DescribeDeps, describeNext } from './actions/describe-next.ts'
import { tendSongs } from './actions/tend-songs.ts'

export const cron = '7 * * * * tend-songs'

export const jobs = (deps: DescribeDeps): JobHandlers => ({
  'describe-song': ({ silent }: { silent: number }, { log }: JobContext) => describeNext(deps, silent, log),
  'tend-songs': async () => {
    if (deps.ask !== null) await tendSongs(deps.db)
  },
})

import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { type AnalysisDeps, runAnalysis } from './actions/run-analysis.ts'
import { tendAwaited, tendBacklog } from './actions/tend-analyses.ts'

export const cron = '*/5 * * * * tend-analyses'

export const jobs = ({ db, model }: AnalysisDeps): JobHandlers => ({
  'tend-analyses': async (_payload, { log }: JobContext) => {
    const failed = await tendAwaited(db)
    if (failed > 0) log.error({ failed }, 'analyses that kept killing their process were given up')
    const queued = await tendBacklog(db, (await model()) !== null)
    if (queued > 0) log.info({ queued }, 'recordings from before are analysed')
  },
})

/** What takes a thread of its own for a while. */
export const analysisJobs = (deps: AnalysisDeps): JobHandlers => ({
  'analyze-recording': ({ id }: { id: string }, context: JobContext) => runAnalysis(deps, id, context),
})

import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { sweepImports, tendImports } from './actions/drop-imports.ts'
import { type ReadDeps, readImport } from './actions/read-import.ts'
import { type RunDeps, runImport } from './actions/run-import.ts'
import { undoImport } from './actions/undo-import.ts'

export const cron = '41 * * * * sweep-imports\n*/5 * * * * tend-imports'

type Of = { id: string }

export const jobs = (deps: ReadDeps & RunDeps): JobHandlers => ({
  'read-import': ({ id }: Of, context: JobContext) => readImport(deps, id, context),
  'run-import': ({ id }: Of, context: JobContext) => runImport(deps, id, context),
  'undo-import': ({ id }: Of, context: JobContext) => undoImport(deps, id, context),
  'sweep-imports': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepImports(deps.db, deps.storage, signal)
    if (swept > 0) log.info({ swept }, 'files of imports without a row were removed')
  },
  'tend-imports': async (_payload, { log }: JobContext) => {
    const failed = await tendImports(deps.db)
    if (failed > 0) log.error({ failed }, 'imports that kept killing their process were given up')
  },
})

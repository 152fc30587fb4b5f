import { loadCities } from '../../platform/geo/cities.ts'
import type { JobHandlers } from '../../platform/jobs/jobs.ts'

export const jobs = (databaseUrl: string): JobHandlers => ({
  'load-cities': async (_payload, { signal }) => loadCities(databaseUrl, signal),
})

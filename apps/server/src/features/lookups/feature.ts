import type { Routes } from '../../platform/http/route.ts'
import { createTypings } from '../../platform/providers/typings.ts'
import { lookupRoutes, type Sources } from './routes/lookups.ts'
import { providerRoutes } from './routes/providers.ts'
import type { Standings } from './views/providers.ts'

export type LookupsOptions = Omit<Sources, 'typings' | 'ports'> & { ports: Sources['ports'] & Standings }

/** Lookups: what others and this server itself know of artists, venues, setlists and concerts. */
export function createLookups(options: LookupsOptions) {
  const sources = { ...options, typings: createTypings() }
  return {
    routes: (routes: Routes) => {
      lookupRoutes(routes, sources)
      providerRoutes(routes, options.ports)
    },
  }
}

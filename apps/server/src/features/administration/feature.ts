import type { Routes } from '../../platform/http/route.ts'
import { administrationRoutes, type Deps } from './routes.ts'

/** Administration: what those who look after a server may do with its accounts. */
export function createAdministration(options: Deps) {
  return {
    routes: (routes: Routes) => administrationRoutes(routes, options),
  }
}

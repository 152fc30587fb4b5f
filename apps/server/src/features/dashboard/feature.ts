import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { dashboardRoutes } from './routes.ts'

/** Dashboard: what one person's own diary adds up to; reads only. */
export function createDashboard({ db }: { db: Db }) {
  return {
    routes: (routes: Routes) => dashboardRoutes(routes, db),
  }
}

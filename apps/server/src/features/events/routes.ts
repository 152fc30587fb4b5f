import type { Routes } from '../../platform/http/route.ts'
import type { PosterDeps } from './actions/change-poster.ts'
import { type DeskDeps, deskRoutes } from './routes/desk.ts'
import { type EventDeps, eventRoutes } from './routes/events.ts'
import { posterRoutes } from './routes/poster.ts'

export type Deps = EventDeps & DeskDeps & PosterDeps

export function routesOfEvents(routes: Routes, deps: Deps): void {
  eventRoutes(routes, deps)
  deskRoutes(routes, deps)
  posterRoutes(routes, deps)
}

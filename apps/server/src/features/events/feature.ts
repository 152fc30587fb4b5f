import type { Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Catalog } from '../catalog/feature.ts'
import { forgetOrganizer } from './actions/forget-organizer.ts'
import { type TellDeps, tellMoved } from './actions/tell-answered.ts'
import { cron, jobs } from './jobs.ts'
import { type DeskDeps, deskRoutes } from './routes/desk.ts'
import { type EventDeps, eventRoutes } from './routes/events.ts'
import { type PosterRouteDeps, posterRoutes } from './routes/poster.ts'
import { readEvent } from './views/events.ts'

export type EventsOptions = EventDeps &
  DeskDeps &
  PosterRouteDeps &
  TellDeps & { catalog: Pick<Catalog, 'dropUnused'> }

/** Events: shows that an organiser looks after. */
export function createEvents(options: EventsOptions) {
  return {
    read: (viewer: Viewer, id: string) => readEvent(options, viewer, id),
    /** Tells those who answered that it takes place elsewhere or at another time. */
    moved: (tx: Tx, actor: Actor, showId: string) => tellMoved(tx, options, actor, showId),
    routes: (routes: Routes) => {
      eventRoutes(routes, options)
      deskRoutes(routes, options)
      posterRoutes(routes, options)
    },
    jobs: jobs(options.db, options.storage),
    cron,
    forget: (tx: Tx, leaver: Leaver) => forgetOrganizer(tx, options, leaver),
  }
}

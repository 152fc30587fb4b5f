import * as contract from '@sharemyshows/contract/dashboard'
import * as calendar from '@sharemyshows/contract/dashboard-calendar'
import * as recent from '@sharemyshows/contract/dashboard-recent'
import type { Db } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import {
  countShows,
  listCalendar,
  listMonths,
  listOnThisDay,
  listPlaces,
  listRecentComments,
  listRecentMedia,
  listRecentShows,
  listTopArtists,
  listTopVenues,
  readStats,
} from './views.ts'

type Limited = { actor: Actor; query: { limit: number } }

export function dashboardRoutes(routes: Routes, db: Db): void {
  const count = async ({ actor }: { actor: Actor }) => countShows(db, actor.id)
  const venues = async ({ actor, query }: Limited) => ({
    items: await listTopVenues(db, actor.id, query.limit),
  })
  const artists = async ({ actor, query }: Limited) => ({
    items: await listTopArtists(db, actor.id, query.limit),
  })
  const media =
    (kind: 'photo' | 'audio' | 'video') =>
    async ({ actor, query }: Limited) => ({ items: await listRecentMedia(db, actor.id, kind, query.limit) })

  routes(contract.readStats, async ({ actor }) => readStats(db, actor.id))
  routes(contract.countShows, count)
  routes(contract.countShowsPlainly, count)
  routes(contract.listRecentShows, async ({ actor, query }) => ({
    items: await listRecentShows(db, actor.id, query.limit),
  }))
  routes(contract.listTopVenues, venues)
  routes(contract.listVenues, venues)
  routes(contract.listTopArtists, artists)
  routes(contract.listArtists, artists)
  routes(calendar.listCalendar, async ({ actor, query }) => ({
    items: await listCalendar(db, actor.id, query),
  }))
  routes(contract.listPlaces, async ({ actor }) => ({ items: await listPlaces(db, actor.id) }))
  routes(calendar.listOnThisDay, async ({ actor, query }) => ({
    items: await listOnThisDay(db, actor.id, query.date),
  }))
  routes(calendar.listMonths, async ({ actor, query }) => ({
    items: await listMonths(db, actor.id, query.months),
  }))
  routes(recent.listRecentPhotos, media('photo'))
  routes(recent.listRecentAudio, media('audio'))
  routes(recent.listRecentVideos, media('video'))
  routes(recent.listRecentComments, async ({ actor, query }) => ({
    items: await listRecentComments(db, actor.id, query.limit),
  }))
}
